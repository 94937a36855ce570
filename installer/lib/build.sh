# shellcheck shell=bash
# Building the tree (preset release) and running its tests.

configure_build()
{
    local arguments=(--preset release)
    # GCC 12 gives these two wrongly about std::string when it optimises (GCC bugs 105329, 105562): they are no errors.
    [[ ${CI:-} != true ]] ||
        arguments+=(-DPATINA_WERROR=ON "-DCMAKE_CXX_FLAGS=-Wno-error=restrict -Wno-error=maybe-uninitialized")
    # A tree that was moved or copied with its build folder starts anew: CMake refuses the old one.
    if [[ -f $BUILD/CMakeCache.txt ]] && ! grep -Fqx "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$BUILD/CMakeCache.txt"; then
        arguments+=(--fresh)
    fi
    (cd "$ROOT" && as_user cmake "${arguments[@]}")
}

configured()
{
    [[ -f $BUILD/build.ninja && ${CI:-} != true ]] && grep -Fqx "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$BUILD/CMakeCache.txt"
}

# compile JOBS [OPTION...]
compile()
{
    local jobs=$1
    shift
    (cd "$ROOT" && cmake --build --preset release --parallel "$jobs" "$@")
}

# build_tree [OPTION...]: options of cmake --build.
build_tree()
{
    local jobs
    jobs=$(job_count)
    configured || step "configuration of the build" configure configure_build
    step "build ($jobs at a time)" build compile "$jobs" "$@"
    [[ -x $CLI ]] || fail "the build made no $CLI"
}

# Everything that the main job needs. Steps that have nothing to do say nothing.
setup()
{
    check_tree
    ensure_packages
    drop_privileges
    build_tree
    ensure_backbone "$BACKBONE"
    if [[ $NO_BACKBONE == 1 ]]; then
        say "  notice: no network, so the backbone $BACKBONE is not installed; tests that need it are left out"
    fi
}

run_tests()
{
    local code=0 cores
    cores=$(nproc 2>/dev/null || printf 2)
    TOLERATE_NO_NETWORK=1
    setup
    open_log test
    # Every test uses two threads.
    (cd "$ROOT" && ctest --preset release --no-tests=error --parallel $(((cores + 1) / 2)) "$@") </dev/null 2>&1 | tee "$LOG" | show_tests || code=${PIPESTATUS[0]}
    return "$code"
}

# With --quiet only what failed and the summary.
show_tests()
{
    if [[ $QUIET == 1 ]]; then
        grep -E '\*\*\*|tests passed|tests failed|Total Test time|No tests were found|^[[:space:]]+[0-9]+ - ' || true
    else
        cat
    fi
}
