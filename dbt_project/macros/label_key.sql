{#- The name of an indicator in the form in which names are compared: the words of the data file
    `label_words` (synonyms, empty words) applied longest first, bracketed enumerations, batches (第三批),
    punctuation and the closing 数, 人数, 总数 dropped. 民办园占幼儿园 is told as 民办园占幼儿园比例. -#}
{% macro label_key(expression) -%}
    regexp_replace(
        regexp_replace(
            list_reduce(
                list_prepend(
                    regexp_replace(
                        regexp_replace(
                            {{ expression }},
                            '[（(](含|包括|其中)[^）)]*[）)]|第[一二三四五六七八九十百0-9]+[批届轮]', '', 'g'
                        ),
                        '[〔【\[][^〕】\]]*[〕】\]]|[\s“”‘’「」《》〈〉"''（）()〔〕【】\[\]、，,。；;：:·—-]|^[.]+', '', 'g'
                    ),
                    (
                        select list(word || '>' || code order by length(word) desc, word)
                        from {{ ref('stg_label_words') }}
                        where facet in ('synonym', 'noise')
                    )
                ),
                (done, rule) -> replace(done, split_part(rule, '>', 1), split_part(rule, '>', 2))
            ),
            '([^指分基系])(总人数|人数|总数|总量|数量|数)$', '\1'
        ),
        '(占[^地用有领线道压据比].*[^例率积额重值较])$', '\1比例'
    )
{%- endmacro %}
