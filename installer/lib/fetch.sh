# shellcheck shell=bash
# Fills a folder with all that a machine without a network needs.

# apt-get with a state of its own that knows no installed package, so that everything is fetched; needs no root.
apt_private()
{
    apt-get -o Dir::State="$SCRATCH/state" -o Dir::State::status="$SCRATCH/state/status" -o Dir::Cache="$SCRATCH/cache" \
        -o Dir::Cache::archives="$PACKAGES" -o Debug::NoLocking=1 -o APT::Sandbox::User="$(id -un)" \
        -o APT::Keep-Downloaded-Packages=true -o Acquire::Retries=2 "$@"
}

fetch_debs()
{
    local names
    mapfile -t names < <(list_packages setup)
    apt_private -y --no-install-recommends --download-only install "${names[@]}"
}

fetch()
{
    [[ -n $PACKAGES ]] || wrong_usage "fetch wants --packages DIR"
    supported_system || fail "fetch wants Debian 12, the system that the packages are for; here is $(system_name)"
    mkdir -p "$PACKAGES/partial"
    PACKAGES=$(cd "$PACKAGES" && pwd)
    make_scratch
    mkdir -p "$SCRATCH/state/lists/partial" "$SCRATCH/cache"
    : >"$SCRATCH/state/status"
    ensure_fetch_tools
    try_step "package lists" apt-update apt_private -o APT::Update::Error-Mode=any update || network_or_log "apt-get"
    try_step "Debian packages" apt-fetch fetch_debs || network_or_log "apt-get"
    rm -rf "$PACKAGES/partial" "$PACKAGES/lock"
    get_backbone_file "$BACKBONE" "$PACKAGES"
    write_sums
    say "  $(find "$PACKAGES" -maxdepth 1 -name '*.deb' | wc -l) Debian packages and the backbone $BACKBONE are in $PACKAGES ($(du -sh "$PACKAGES" | cut -f1))"
    say "  on the other machine: bootstrap.sh demo --packages DIR"
}

write_sums()
{
    local sums
    sums=$(cd "$PACKAGES" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\0' | sort -z | xargs -0 sha256sum)
    printf '%s\n' "$sums" >"$PACKAGES/SHA256SUMS"
}

network_or_log()
{
    if log_says_no_network "$LOG"; then
        no_network "$1"
    fi
    show_log_end
    fail "fetching failed; the whole log is $LOG"
}

# pip or npm themselves, where this machine lacks them.
ensure_fetch_tools()
{
    local groups names missing
    mapfile -t groups < <(CLI=/nowhere needed_groups | grep -v '^setup$' || true)
    ((${#groups[@]} > 0)) || return 0
    mapfile -t names < <(list_packages "${groups[@]}")
    mapfile -t missing < <(missing_packages "${names[@]}")
    ((${#missing[@]} > 0)) || return 0
    can_be_root || fail "fetching the backbone needs: apt-get install --no-install-recommends ${missing[*]}"
    install_from_network "${missing[@]}"
}
