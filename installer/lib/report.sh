# shellcheck shell=bash
# The table at the end of a demo or a run, from the flat JSON of 'patina-cli evaluate --json'.

declare -A FIGURES # "<column>:<dotted name>" -> number or null

# load_figures COLUMN FILE: every number of the flat object; texts (among them the reasons under "why") are left out.
load_figures()
{
    local name value
    while IFS=$'\t' read -r name value; do
        FIGURES["$1:$name"]=$value
    done < <(tr '\n' ' ' <"$2" | grep -oE '"([^"\\]|\\.)*"[[:space:]]*:[[:space:]]*(-?[0-9][0-9.eE+-]*|null)' |
        sed -E 's/^"(.*)"[[:space:]]*:[[:space:]]*([^:]*)$/\1\t\2/')
}

figure()
{
    local value=${FIGURES["$1:$2"]:-null}
    [[ $value == null ]] || printf '%s' "$value"
}

# Classes that the figures name under a prefix such as at.review.defects, "all" last, each once.
classes_under()
{
    local prefix=$1 ending=$2 key
    for key in "${!FIGURES[@]}"; do
        key=${key#*:}
        if [[ $key == "$prefix."*".$ending" ]]; then
            key=${key#"$prefix."}
            printf '%s\n' "${key%".$ending"}"
        fi
    done | sort -u | awk '$0 == "all" { all = 1; next } { print } END { if (all) print "all" }'
}

# Cells: a plain number, a count out of a total, a share in per cent; "-" where the figure has no meaning.
cell_number()
{
    local value
    value=$(figure "$1" "$2")
    if [[ -n $value ]]; then LC_ALL=C printf '%.3f' "$value"; else printf -- '-'; fi
}

cell_count()
{
    local part total
    part=$(figure "$1" "$2")
    total=$(figure "$1" "$3")
    if [[ -n $part && -n $total && $total != 0 ]]; then
        LC_ALL=C printf '%.0f of %.0f' "$part" "$total"
    else
        printf -- '-'
    fi
}

cell_percent()
{
    local value
    value=$(figure "$1" "$2")
    if [[ -n $value ]]; then LC_ALL=C awk -v v="$value" 'BEGIN { printf "%.1f %%", 100 * v }'; else printf -- '-'; fi
}

# row TEXT CELL_FUNCTION KEY...: one line, a cell per column in COLUMNS_SHOWN.
row()
{
    local text=$1 cell=$2 column
    shift 2
    printf '%-36s' "$text"
    for column in "${COLUMNS_SHOWN[@]}"; do
        printf ' %14s' "$("$cell" "$column" "$@")"
    done
    printf '\n'
}

threshold_rows()
{
    local at=at.$1 name
    printf '%s\n' "$2"
    while IFS= read -r name; do
        row "  found: ${name/#all/all defects}" cell_count "$at.defects.$name.found" "$at.defects.$name.total"
    done < <(classes_under "$at.defects" found)
    while IFS= read -r name; do
        row "  impurities flagged: $name" cell_count "$at.impurities.$name.flagged" "$at.impurities.$name.total"
    done < <(classes_under "$at.impurities" flagged)
    row "  overkill (good parts flagged)" cell_percent "$at.good.overkill"
}

# print_table COLUMN...: the columns were filled by load_figures.
print_table()
{
    local column
    COLUMNS_SHOWN=("$@")
    printf '\n%-36s' ""
    for column in "$@"; do
        printf ' %14s' "$column"
    done
    printf '\n'
    row "image AUROC" cell_number image.auroc
    row "AUPRO (false-positive rate to 0.30)" cell_number pixel.aupro30
    threshold_rows review "over the review threshold (a person looks)"
    threshold_rows reject "over the reject threshold (rejected)"
    printf '\n'
}
