# shellcheck shell=bash
# Tests of demo and run; run.sh has what they use.
# shellcheck disable=SC2016  # the bodies of stand-ins are expanded when they run

test_demo()
{
    make_tree demo
    bootstrap demo
    expect "demo" 0 "$CODE"
    expect "data are made, and parts to review" 2 "$(grep -c '^patina-cli synth' "$CALLS")"
    expect "parts have names that say nothing" "part_001.png part_002.png" "$(cd "$TREE/demo/parts" && echo *)"
    expect_match "a project is made" "^project: +$TREE/demo/demo.patinaproj\$" "$OUTPUT"
    expect "of what was evaluated and of the parts" "$TREE/demo/data/stained $TREE/demo/parts" \
        "$(grep '^patina-cli project' "$CALLS" | cut -d' ' -f5 | xargs)"
    expect_match "AUROC of both" '^image AUROC +0\.998 +0\.998$' "$OUTPUT"
    expect_match "a figure without meaning" '^AUPRO.* +- +-$' "$OUTPUT"
    expect_match "recall of a class" '^  found: scratch +13 of 14 +13 of 14$' "$OUTPUT"
    expect_match "recall of a class with a dot and a space" '^  found: tool mark v1\.2 +5 of 6 ' "$OUTPUT"
    expect_match "all defects come last" 'found: all defects +18 of 20' "$(grep -A1 'tool mark' <<<"$OUTPUT")"
    expect_match "impurities" '^  impurities flagged: water-stain +2 of 21 ' "$OUTPUT"
    expect_match "a class without members" '^  impurities flagged: sticker +- ' "$OUTPUT"
    expect_match "overkill" '^  overkill \(good parts flagged\) +4\.2 % ' "$OUTPUT"
    expect_match "pictures are named" "^pictures: $TREE/demo/pictures\$" "$OUTPUT"
    bootstrap demo
    expect "finished data are kept" 2 "$(grep -c '^patina-cli synth' "$CALLS")"
    expect "what is done is not done again" "1 2 2 2" \
        "$(for verb in train evaluate score project; do grep -c "^patina-cli $verb" "$CALLS"; done | xargs)"
    expect_match "and the table is printed all the same" '^image AUROC +0\.998 +0\.998$' "$OUTPUT"
    rm "$TREE/demo/data.made-with"
    bootstrap demo
    expect "unfinished data are made anew" 3 "$(grep -c '^patina-cli synth' "$CALLS")"
    expect "the reader's decisions are kept" "" "$(find "$TREE/demo" -name 'before-*')"
    echo '# another build' >>"$TREE/build/release/bin/patina-cli"
    bootstrap demo
    expect "another program does all anew" "5 2 4 4" \
        "$(for verb in synth train evaluate score; do grep -c "^patina-cli $verb" "$CALLS"; done | xargs)"
    expect "the demo before stays with its parts" "demo.patinaproj part_001.png part_002.png" \
        "$(find "$TREE/demo/before-1" -name 'part_*' -printf '%f\n' -o -name demo.patinaproj -printf '%f\n' | sort | xargs)"
    echo '# one more' >>"$TREE/build/release/bin/patina-cli"
    exec 9>"$TREE/demo/demo.patinaproj-lock"
    flock 9
    bootstrap demo
    exec 9>&-
    expect "an open project is not moved" 1 "$CODE"
    expect_match "and it says what to do" 'close it' "$ERRORS"
    expect "nothing else is" 0 "$(find "$TREE/demo" -name 'before-2' | wc -l)"
    rm "$TREE/demo/demo.patinaproj-lock"
    rm "$TREE/demo/model.patina"
    touch "$CALLS.train-fails"
    bootstrap demo
    expect "failing training" 1 "$CODE"
    expect_match "says why" 'no good images' "$ERRORS"
}

test_run()
{
    make_tree run
    mkdir -p "$WORK/parts a/train" "$WORK/judged"
    cd "$WORK" || exit 1
    bootstrap run "parts a"
    expect_match "no good images" 'holds no good images' "$ERRORS"
    touch "parts a/train/1.png"
    bootstrap run "parts a"
    expect "no test images" 1 "$CODE"
    expect_match "asks for --judge" '1 good images and none to judge.*--judge DIR' "$ERRORS"
    bootstrap run "parts a" --judge judged
    expect "run with --judge" 0 "$CODE"
    expect_match "trains on the folder" "^patina-cli train $WORK/parts a " "$(<"$CALLS")"
    expect_match "scores the judged" "^patina-cli score $WORK/patina-results/parts a/model.patina $WORK/judged " "$(<"$CALLS")"
    mkdir -p "$WORK/parts a/test"
    touch "parts a/test/2.png"
    bootstrap run "parts a" --out results
    expect "run on a data set" 0 "$CODE"
    expect_match "scores its test images" "score $WORK/results/model.patina $WORK/parts a/test " "$(<"$CALLS")"
    expect_match "a table" '^image AUROC +0\.998$' "$OUTPUT"
    expect_match "names the pictures" "^pictures: $WORK/results/pictures " "$OUTPUT"
    : >"$CALLS"
    bootstrap run "$WORK/nowhere"
    expect "a missing folder" 1 "$CODE"
    expect "is found before anything is done" "" "$(<"$CALLS")"
}
