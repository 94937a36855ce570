# shellcheck shell=bash
# Which system this is, who runs us, how many jobs fit.

GIB_PER_JOB_TENTHS=25 # a file that includes LibTorch takes up to 2.5 GB to compile

# The release name of Debian that this system is or is made from, empty elsewhere.
debian_release()
{
    local file=${OS_RELEASE:-/etc/os-release}
    [[ -r $file ]] || return 0
    # shellcheck disable=SC1090
    (. "$file" && printf '%s' "${DEBIAN_CODENAME:-${VERSION_CODENAME:-}}")
}

known_machine()
{
    case $(uname -s)-$(uname -m) in
        Linux-x86_64 | Linux-aarch64 | Linux-arm64) return 0 ;;
        *) return 1 ;;
    esac
}

# Debian 12 and what is made from it, on x86-64 or 64-bit ARM.
supported_system()
{
    [[ $(debian_release) == bookworm ]] && known_machine && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

system_name()
{
    local file=${OS_RELEASE:-/etc/os-release} name=""
    # shellcheck disable=SC1090
    [[ ! -r $file ]] || name=$(. "$file" && printf '%s' "${PRETTY_NAME:-}")
    printf '%s, %s' "${name:-$(uname -s)}" "$(uname -m)"
}

# The ordinary user who called us through sudo, empty otherwise.
calling_user()
{
    if ((EUID == 0)) && [[ -n ${SUDO_USER:-} && $SUDO_USER != root ]] && getent passwd "$SUDO_USER" >/dev/null; then
        printf '%s' "$SUDO_USER"
    fi
}

# Runs a command as the user that the results shall belong to.
as_user()
{
    local user
    user=$(calling_user)
    if [[ -z $user ]]; then
        "$@"
    else
        runuser -u "$user" -- env HOME="$(getent passwd "$user" | cut -d: -f6)" USER="$user" LOGNAME="$user" "$@"
    fi
}

# Other programs are understood by their English messages. USER_LOCALE: arguments of env that give the user's own
# language back. LANGUAGE would win over C.UTF-8.
speak_english()
{
    local name unset=() kept=()
    for name in LC_ALL LANGUAGE; do
        if [[ -v $name ]]; then kept+=("$name=${!name}"); else unset+=(-u "$name"); fi
    done
    USER_LOCALE=("${unset[@]}" "${kept[@]}")
    export LC_ALL=C.UTF-8
    unset LANGUAGE
}

# Runs a command with the rights of the administrator. sudo may keep the locale from it.
as_root()
{
    if ((EUID == 0)); then
        "$@"
    else
        sudo env -u LANGUAGE LC_ALL=C.UTF-8 "$@"
    fi
}

can_be_root()
{
    ((EUID == 0)) && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null && return 0
    [[ -t 0 && -t 2 ]] && sudo -v
}

# Results are written into the source tree.
check_tree()
{
    local user
    as_user test -w "$ROOT" && return 0
    user=$(calling_user)
    user=${user:-$(id -un)}
    fail "$user may not write to $ROOT: an administrator can change that with 'chown -R $user: $ROOT'"
}

# Once root has done its part, the rest runs as the user who called sudo: files and the backbone belong to him.
drop_privileges()
{
    local user
    user=$(calling_user)
    [[ -n $user ]] || return 0
    clean_up
    exec runuser -u "$user" -- env -u SUDO_USER -u XDG_RUNTIME_DIR "${USER_LOCALE[@]}" HOME="$(getent passwd "$user" | cut -d: -f6)" \
        USER="$user" LOGNAME="$user" "$BASH" "$SELF" "${ORIGINAL_ARGUMENTS[@]}"
}

# Memory that new processes may take, in MiB: what the kernel has left, and not above the limit of the container.
available_memory_mib()
{
    local kib limit
    kib=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo 2>/dev/null || true)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || true)
    if [[ $limit =~ ^[0-9]+$ ]] && ((limit / 1024 < ${kib:-0})); then
        kib=$((limit / 1024))
    fi
    printf '%d' $((${kib:-4194304} / 1024))
}

# Parallel compiler runs: one per core, fewer where memory is short, at least one.
job_count()
{
    local cores jobs
    if [[ -n $JOBS ]]; then
        printf '%d' "$JOBS"
        return
    fi
    cores=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)
    jobs=$(($(available_memory_mib) * 10 / 1024 / GIB_PER_JOB_TENTHS))
    ((jobs < cores)) || jobs=$cores
    ((jobs > 0)) || jobs=1
    printf '%d' "$jobs"
}
