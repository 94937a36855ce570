#!/bin/bash
# From a bare Debian 12 to Patina's main job; see --help.
# shellcheck source-path=SCRIPTDIR/..
if [ "${BASH_VERSINFO:-0}" -lt 5 ]; then
    echo "bootstrap: this script needs bash 5 or newer" >&2
    exit 1
fi
set -euo pipefail

SELF=$(readlink -f "${BASH_SOURCE[0]}")
ROOT=$(dirname "$(dirname "$SELF")")
BUILD=$ROOT/build/release
LOGS=$ROOT/build/logs
CLI=$BUILD/bin/patina-cli
ORIGINAL_ARGUMENTS=("$@")

. "$ROOT/installer/lib/messages.sh"
. "$ROOT/installer/lib/system.sh"
. "$ROOT/installer/lib/packages.sh"
. "$ROOT/installer/lib/backbone.sh"
. "$ROOT/installer/lib/build.sh"
. "$ROOT/installer/lib/fetch.sh"
. "$ROOT/installer/lib/report.sh"
. "$ROOT/installer/lib/demo.sh"
. "$ROOT/installer/lib/package.sh"

usage()
{
    cat <<'TEXT'
usage: installer/bootstrap.sh VERB [options]

  setup            install what is missing, build, fetch the backbone
  demo             setup, then train, evaluate and score on made data; results in ./demo of the source tree
  run DIR          setup, then the same on your folder: an MVTec-like data set (train/good, test/...),
                   or a folder of good images together with --judge DIR
  test [ARG...]    setup, then the tests; ARGs go to ctest
  package          a Debian package of the window and the command line, in ./build/release
  fetch            fill the folder of --packages for a machine without a network

options
  --packages DIR   take Debian packages and the backbone from this folder, not from the network
  --backbone NAME  efficientnet-lite0 (default) or resnet50
  --judge DIR      with run: the parts to judge
  --out DIR        with run: where results go (default ./patina-results/<name of the folder>)
  --home DIR       where backbones and models are kept (PATINA_HOME)
  --jobs N         compiler runs at a time (default: by cores and memory)
  --quiet          only errors and results
  --help           this text

Run as root, through sudo, or as a user who may use sudo: only the package manager gets root's rights.
A second setup or demo does only what is left to do; run trains and scores anew.
Logs of long steps: build/logs.
TEXT
}

absolute_folder()
{
    [[ -d $1 ]] || fail "$1 is no folder"
    (cd "$1" && pwd)
}

# option_value NAME COUNT VALUE: refuses an option without its value.
option_value()
{
    if (($2 < 2)) || [[ -z $3 ]]; then
        wrong_usage "$1 wants a value"
    fi
}

parse_arguments()
{
    while (($# > 0)); do
        case $1 in
            --packages | --backbone | --judge | --out | --home | --jobs)
                option_value "$1" $# "${2:-}"
                set_option "$1" "$2"
                shift
                ;;
            --packages=* | --backbone=* | --judge=* | --out=* | --home=* | --jobs=*) set_option "${1%%=*}" "${1#*=}" ;;
            --quiet | -q) QUIET=1 ;;
            --help | -h)
                usage
                exit 0
                ;;
            --)
                shift
                EXTRA+=("$@")
                return
                ;;
            setup | demo | run | test | package | fetch)
                if [[ -z $VERB ]]; then VERB=$1; else EXTRA+=("$1"); fi
                ;;
            *) EXTRA+=("$1") ;;
        esac
        shift
    done
}

set_option()
{
    case $1 in
        --packages) PACKAGES=$2 ;;
        --backbone) BACKBONE=$2 ;;
        --judge) JUDGE=$2 ;;
        --out) OUT=$2 ;;
        --home) PATINA_HOME=$2 ;;
        --jobs) JOBS=$2 ;;
    esac
}

check_arguments()
{
    [[ -n $VERB ]] || {
        usage >&2
        exit 2
    }
    known_backbone "$BACKBONE" || wrong_usage "unknown backbone '$BACKBONE': efficientnet-lite0 or resnet50"
    [[ -z $JOBS || $JOBS =~ ^[1-9][0-9]{0,3}$ ]] || wrong_usage "--jobs wants a number from 1 on, not '$JOBS'"
    [[ $VERB == run || -z $JUDGE$OUT ]] || wrong_usage "--judge and --out belong to run"
    if [[ $VERB == run ]]; then
        ((${#EXTRA[@]} == 1)) || wrong_usage "run wants one folder"
        DATA=${EXTRA[0]}
    elif [[ $VERB != test ]] && ((${#EXTRA[@]} > 0)); then
        wrong_usage "unknown argument '${EXTRA[0]}'"
    fi
    [[ -z $PACKAGES || $VERB == fetch ]] || PACKAGES=$(absolute_folder "$PACKAGES")
    if [[ -n ${PATINA_HOME:-} ]]; then
        PATINA_HOME=$(realpath -m "$PATINA_HOME")
        export PATINA_HOME
    fi
    [[ -z $OUT ]] || OUT=$(realpath -m "$OUT")
}

main()
{
    VERB="" PACKAGES="" BACKBONE=efficientnet-lite0 JUDGE="" OUT="" JOBS="" DATA=""
    EXTRA=()
    install_traps
    speak_english
    parse_arguments "$@"
    check_arguments
    case $VERB in
        setup)
            setup
            say "  ready: $CLI"
            ;;
        demo) demo ;;
        run) run_on_folder ;;
        test) run_tests "${EXTRA[@]}" ;;
        package) package ;;
        fetch) fetch ;;
    esac
}

main "$@"
