# shellcheck shell=bash
# The main job, on made data (demo) or on the user's (run): train on good parts, evaluate, show.

DEMO_FAMILY=(--surface milled-parallel --defects "scratch,dent" --impurities water-stain --size 1024x768)
DEMO_ARGUMENTS=("${DEMO_FAMILY[@]}" --version both --train 24 --validation 12 --test-good 12 --test-defect 10 --test-ambiguous 6 --seed 20)
# The parts of the day: nobody has said yet what is on them.
DEMO_PARTS=("${DEMO_FAMILY[@]}" --version stained --train 0 --test-good 8 --test-defect 5 --test-ambiguous 6 --seed 21)

# unless_made KEY RESULT COMMAND...: nothing to do where RESULT was made, to its end, under the same key.
unless_made()
{
    local key=$1 result=$2 stamp=$2.made-with
    shift 2
    if [[ -e $result && -f $stamp && $(<"$stamp") == "$key" ]]; then
        return 0
    fi
    rm -f "$stamp"
    "$@"
    printf '%s\n' "$key" >"$stamp"
}

# The same parts with the same defects, once clean and once with harmless stains. A set that was interrupted is made
# anew (synth replaces what it made itself and nothing else).
make_demo_data()
{
    step "demo data" demo-data "$CLI" synth "${DEMO_ARGUMENTS[@]}" --out "$1"
}

# Parts to review, under names that say nothing, in an order that says nothing.
make_demo_parts()
{
    local made=$1.made file number=0
    step "parts to review" demo-parts "$CLI" synth "${DEMO_PARTS[@]}" --out "$made"
    rm -rf "$1"
    mkdir -p "$1"
    while read -r _ file; do
        number=$((number + 1))
        cp "$file" "$1/$(printf 'part_%03d.png' "$number")"
    done < <(find "$made/test" -name '*.png' -exec sha256sum {} + | sort)
    rm -rf "$made"
}

# The project to review in: the evaluated parts with their masks, and those that nobody has looked at.
make_demo_project()
{
    step "project" demo-project "$CLI" project create "$1" "$2"
    step "parts into the project" demo-project-parts "$CLI" project import "$1" "$3"
}

# keep_earlier_demo FOLDER KEY: a demo that another program made goes whole to before-N: what was decided in its project
# stays with the images that it was decided on.
keep_earlier_demo()
{
    local folder=$1 project=$1/demo.patinaproj number=1 part
    if [[ ! -e $project ]] || [[ -f $project.made-with && $(<"$project.made-with") == "$2" ]]; then
        return 0
    fi
    if [[ -e $project-lock ]] && ! flock --nonblock "$project-lock" true; then
        fail "the demo's project $project is open in a window; close it, then run the demo again"
    fi
    while [[ -e $folder/before-$number ]]; do number=$((number + 1)); done
    mkdir "$folder/before-$number"
    for part in "$folder"/*; do
        [[ $part == "$folder"/before-* ]] || mv "$part" "$folder/before-$number/"
    done
    say "  notice: the earlier demo, with what was decided in it, is kept in $folder/before-$number"
}

# Everything that the demo's results depend on: the program, the backbone, what is made.
demo_key()
{
    {
        cat "$CLI"
        "$CLI" backbone info "$BACKBONE" --json
        printf '%s\n' "$BACKBONE" "${DEMO_ARGUMENTS[@]}" "${DEMO_PARTS[@]}"
    } | sha256sum | cut -d' ' -f1
}

train_model()
{
    step "training on $(basename "$1")" "train" "$CLI" train "$1" --backbone "$BACKBONE" --out "$2"
}

# evaluate_set COLUMN MODEL DATA OUT: figures, curves and evaluation.json into OUT.
evaluate_set()
{
    step "evaluation: $1" "evaluate-$(basename "$4")" "$CLI" evaluate "$2" "$3" --out "$4"
}

score_overlays()
{
    step "pictures: $1" "score-$1" "$CLI" score "$2" "$3" --out "$4" --overlay --map none
}

demo()
{
    local folder=$ROOT/demo key version
    setup
    key=$(demo_key)
    mkdir -p "$folder"
    keep_earlier_demo "$folder" "$key"
    mkdir -p "$folder/evaluation" "$folder/pictures"
    unless_made "$key" "$folder/data" make_demo_data "$folder/data"
    unless_made "$key" "$folder/parts" make_demo_parts "$folder/parts"
    unless_made "$key" "$folder/model.patina" train_model "$folder/data/stained" "$folder/model.patina"
    for version in clean stained; do
        unless_made "$key" "$folder/evaluation/$version" \
            evaluate_set "$version" "$folder/model.patina" "$folder/data/$version" "$folder/evaluation/$version"
        load_figures "$version" "$folder/evaluation/$version/evaluation.json"
    done
    for version in clean stained; do
        unless_made "$key" "$folder/pictures/$version" \
            score_overlays "$version" "$folder/model.patina" "$folder/data/$version/test" "$folder/pictures/$version"
    done
    unless_made "$key" "$folder/demo.patinaproj" \
        make_demo_project "$folder/demo.patinaproj" "$folder/data/stained" "$folder/parts"
    print_table clean stained
    printf 'pictures: %s\nfigures:  %s\nmodel:    %s\nproject:  %s\n' "$folder/pictures" "$folder/evaluation" \
        "$folder/model.patina" "$folder/demo.patinaproj"
    open_window "$folder/demo.patinaproj" "$folder/model.patina" --score
}

# The folder with a data set's test images alone; empty in layouts that mix them with other files.
test_images()
{
    if [[ -d $1/test ]]; then
        printf '%s' "$1/test"
    elif [[ -d $1/Data/Images ]]; then
        printf '%s' "$1/Data/Images"
    fi
}

existing_folder()
{
    (cd "$1" 2>/dev/null && pwd) || fail "$1 is no folder that can be opened"
}

list_dataset()
{
    "$CLI" dataset info "$1" --list-only --json >"$2"
}

# What is in the user's folder: fails early, before a long training, where the job cannot be done.
check_dataset()
{
    local train test
    make_scratch
    step "look at the images" dataset-info list_dataset "$1" "$SCRATCH/dataset.json"
    load_figures dataset "$SCRATCH/dataset.json"
    train=$(figure dataset split.train.images)
    test=$(figure dataset split.test.images)
    ((${train:-0} > 0)) || fail "$1 holds no good images to train on: a data set has them in train/good, a plain folder in itself"
    if [[ -z $JUDGE ]] && ((${test:-0} == 0)); then
        fail "$1 holds $train good images and none to judge: name the folder with the parts to judge by --judge DIR"
    fi
}

evaluate_and_score()
{
    local name=$1 data=$2 folder=$3 images
    evaluate_set "$name" "$folder/model.patina" "$data" "$folder/evaluation"
    load_figures "$name" "$folder/evaluation/evaluation.json"
    images=$(test_images "$data")
    if [[ -n $images ]]; then
        score_overlays "$name" "$folder/model.patina" "$images" "$folder/pictures"
    else
        say "  notice: no pictures, because this layout has no folder of test images alone: 'patina-cli score' makes them"
    fi
    print_table "$name"
    printf 'figures:  %s\n' "$folder/evaluation"
}

run_on_folder()
{
    local data name folder judged=""
    data=$(existing_folder "$DATA")
    [[ -z $JUDGE ]] || judged=$(existing_folder "$JUDGE")
    name=$(basename "$data")
    folder=${OUT:-$PWD/patina-results/$name}
    setup
    check_dataset "$data"
    mkdir -p "$folder"
    train_model "$data" "$folder/model.patina"
    if [[ -n $judged ]]; then
        score_overlays "$(basename "$judged")" "$folder/model.patina" "$judged" "$folder/pictures"
    else
        evaluate_and_score "$name" "$data" "$folder"
    fi
    if [[ -d $folder/pictures ]]; then
        printf 'pictures: %s (image scores: scores.csv)\n' "$folder/pictures"
    fi
    printf 'model:    %s\n' "$folder/model.patina"
    open_window "${judged:-$data}" "$folder/model.patina"
}

# open_window WHAT MODEL [OPTION]: opens the window where there is a screen and somebody before it; otherwise says how to.
open_window()
{
    local app=$BUILD/bin/patina
    [[ -x $app ]] || app=$BUILD/app/patina
    if [[ -t 1 && -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} && -x $app ]]; then
        printf 'window:   opening\n'
        nohup env "${USER_LOCALE[@]}" "$app" "$1" --model "$2" "${@:3}" >"$LOGS/window.log" 2>&1 </dev/null &
    elif [[ -x $app ]]; then
        printf 'window:  '
        printf ' %q' "$app" "$1" --model "$2" "${@:3}"
        printf '\n'
    fi
}
