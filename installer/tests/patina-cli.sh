# shellcheck shell=bash
# Stand-in for patina-cli in the tests of the installer: records its calls, makes what the installer looks at.
echo "patina-cli $*" >>"$CALLS"
case $1 in
    backbone)
        [[ $2 == info ]] || touch "$CALLS.backbone"
        [[ -f $CALLS.backbone ]]
        ;;
    dataset)
        good=$(find "$3/train" "$3" -maxdepth 1 -name '*.png' 2>/dev/null | wc -l)
        printf '{"split.train.images": %d, "split.test.images": %d}\n' "$good" "$(find "$3/test" -type f 2>/dev/null | wc -l)"
        ;;
    synth)
        while [[ $1 != --out ]]; do shift; done
        mkdir -p "$2/clean/test" "$2/stained/test" "$2/test/good"
        touch "$2/test/good/a.png" "$2/test/good/b.png"
        ;;
    project)
        touch "$3"
        ;;
    train)
        [[ ! -f $CALLS.train-fails ]] || {
            echo "train: no good images" >&2
            exit 1
        }
        while [[ $1 != --out ]]; do shift; done
        touch "$2"
        ;;
    score)
        while [[ $1 != --out ]]; do shift; done
        mkdir -p "$2"
        ;;
    evaluate)
        echo "progress 1/2" >&2
        while [[ $1 != --out ]]; do shift; done
        mkdir -p "$2"
        cat >"$2/evaluation.json" <<'JSON'
{"at.review.defects.all.found": 18, "at.review.defects.all.total": 20, "at.review.defects.scratch.found":13,
 "at.review.defects.scratch.recall": 0.93, "at.review.defects.scratch.total": 14, "at.review.defects.tool mark v1.2.found": 5,
 "at.review.defects.tool mark v1.2.total": 6, "at.review.good.overkill": 4.2e-02, "at.review.impurities.sticker.flagged": 0,
 "at.review.impurities.sticker.total": 0, "at.review.impurities.water-stain.flagged": 2,
 "at.review.impurities.water-stain.total": 21, "image.auroc": 0.99812, "pixel.aupro30": null,
 "why": {"pixel.aupro30": "no masks: 12 images", "image.auroc": "\"quoted\": 7"}}
JSON
        ;;
esac
