# shellcheck shell=bash
# A Debian package of what is installed. Only the programs are built for it, not the tests.

make_deb()
{
    rm -f "$BUILD"/patina_*.deb
    (cd "$BUILD" && cpack --config CPackConfig.cmake -G DEB)
}

package()
{
    local debs
    check_tree
    ensure_packages
    drop_privileges
    build_tree --target installable
    step "Debian package" package make_deb
    mapfile -t debs < <(compgen -G "$BUILD/patina_*.deb")
    ((${#debs[@]} == 1)) || fail "no package came out; the log is $LOG"
    printf 'package:  %s\ninstall:  apt install %q\n' "${debs[0]}" "${debs[0]}"
}
