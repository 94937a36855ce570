#!/bin/bash
# Proves a Debian package of Patina on a bare Debian 12; see --help.
set -euo pipefail

usage()
{
    cat <<'TEXT'
usage: installer/check_deb.sh FILE.deb [options]

Makes a bare Debian 12 in a folder of its own (debootstrap, from the Debian sources of this machine), installs the
package there with apt and nothing but what it depends on, runs both programs as an ordinary user, removes it, and
compares the files before and after.

  --home DIR       folder of Patina with a backbone, to train with (default: PATINA_HOME, or ~/.local/share/patina;
                   without a backbone there, training and scoring are left out)
  --bare FILE      keep the bare system in this archive (tar), and take it from there the next time
  --pictures DIR   put the pictures of the window there
  --recommends     install what the package recommends, too

Wants root, debootstrap, and a network or a mirror. Takes about 2 GB of disk for its time.
TEXT
}

fail()
{
    printf 'check_deb: %s\n' "$*" >&2
    exit 1
}

say()
{
    printf '== %s\n' "$*"
}

parse()
{
    DEB="" HOME_OF_PATINA=${PATINA_HOME:-$HOME/.local/share/patina} BARE="" PICTURES="" RECOMMENDS=--no-install-recommends
    while (($# > 0)); do
        case $1 in
            --home | --bare | --pictures)
                (($# > 1)) || fail "$1 wants a value"
                case $1 in
                    --home) HOME_OF_PATINA=$2 ;;
                    --bare) BARE=$2 ;;
                    --pictures) PICTURES=$2 ;;
                esac
                shift
                ;;
            --recommends) RECOMMENDS=--install-recommends ;;
            --help | -h)
                usage
                exit 0
                ;;
            -*) fail "unknown option $1 (see --help)" ;;
            *) DEB=$1 ;;
        esac
        shift
    done
    [[ -f $DEB ]] || fail "wants the package, a .deb file (see --help)"
    ((EUID == 0)) || fail "a system of its own can be made by root only"
    command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
}

clean_up()
{
    local place
    for place in proc dev/null; do
        ! mountpoint -q "$ROOT/$place" 2>/dev/null || umount "$ROOT/$place" || true
    done
    mountpoint -q "$ROOT/proc" || rm -rf --one-file-system "$WORK"
}

# Address, suite and components of this machine's Debian sources, as lines of a sources.list.
debian_sources()
{
    # shellcheck disable=SC2016  # apt's own placeholders
    apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        awk '$1 == "Debian" && $3 ~ /^bookworm/ && $4 == "main" { print "deb", $2, $3, $4 }' | sort -u
}

make_bare_system()
{
    local sources mirror
    sources=$(debian_sources)
    mirror=$(awk '$3 == "bookworm" { print $2; exit }' <<<"$sources")
    [[ -n $mirror ]] || fail "this machine has no source of Debian 12 (bookworm)"
    mkdir -p "$ROOT"
    if [[ -n $BARE && -f $BARE ]]; then
        tar -xf "$BARE" -C "$ROOT" --numeric-owner
    else
        debootstrap --variant=minbase bookworm "$ROOT" "$mirror" >"$WORK/log" 2>&1 || fail "debootstrap: $(tail -n 3 "$WORK/log")"
        [[ -z $BARE ]] || tar -cf "$BARE" -C "$ROOT" --numeric-owner .
    fi
    printf '%s\n' "$sources" >"$ROOT/etc/apt/sources.list"
    cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
    mount -t proc proc "$ROOT/proc"
    printf '#!/bin/sh\nexit 101\n' >"$ROOT/usr/sbin/policy-rc.d" # no service starts in here
    chmod +x "$ROOT/usr/sbin/policy-rc.d"
}

as_root()
{
    chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"
}

# Without root's rights, without a display, in a home that goes with the check.
as_user()
{
    chroot --userspec=65534:65534 "$ROOT" env -i PATH=/usr/bin:/bin HOME=/srv/check LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        PATINA_HOME=/srv/check/home "$@"
}

apt_quiet()
{
    as_root apt-get -q -y "$@" >"$WORK/log" 2>&1 || fail "apt-get $1 failed: $(tail -n 15 "$WORK/log")"
}

# Every file and folder of the system, but for what the package manager keeps for itself.
list_files()
{
    (cd "$ROOT" && find . -xdev \( -path ./proc -o -path ./srv/check -o -path ./tmp -o -path ./var/cache/apt -o -path ./var/lib/apt \
        -o -path ./var/lib/dpkg -o -path ./var/log \) -prune -o -printf '%P\n' | LC_ALL=C sort)
}

runs()
{
    say "$*"
    as_user "$@" || fail "failed: $*"
}

# A library that is missing, in the programs or in what Qt loads when it starts.
check_libraries()
{
    local missing
    # shellcheck disable=SC2016  # expanded in the other system
    missing=$(as_root sh -c 'ldd /usr/bin/patina /usr/bin/patina-cli /usr/lib/*/qt6/plugins/platforms/*.so \
        /usr/lib/*/qt6/plugins/imageformats/libqsvg.so' | grep 'not found' || true)
    [[ -z $missing ]] || fail "libraries are missing: $missing"
    as_root sh -c 'update-alternatives --query libblas.so.3-* 2>/dev/null; readlink -f /usr/lib/*/libblas.so.3' | grep -q openblas ||
        fail "the slow reference BLAS is in use"
}

check_picture()
{
    local file=$ROOT$1
    local size
    size=$(stat -c %s "$file" 2>/dev/null || printf 0)
    ((size > 15000)) || fail "the picture $1 is missing or empty"
    [[ -z $PICTURES ]] || install -D -m 644 "$file" "$PICTURES/$(basename "$file")"
}

take_picture()
{
    runs patina --screenshot "/srv/check/$1" --size 1280x720 "${@:2}"
    check_picture "/srv/check/$1"
}

use_programs()
{
    mkdir -p "$ROOT/srv/check"
    runs patina-cli --version
    runs patina --version
    local synth=(patina-cli synth --out /srv/check/data --version stained --size 320x240 --train 6 --test-good 2 --test-defect 3 --quiet)
    chown -R 65534:65534 "$ROOT/srv/check"
    runs "${synth[@]}"
    take_picture start.png
    take_picture folder.png /srv/check/data --language de --theme dark
    [[ $RECOMMENDS == --no-install-recommends ]] || take_picture chinese.png /srv/check/data --language zh_CN
    if [[ ! -f $HOME_OF_PATINA/backbones/efficientnet-lite0.safetensors ]]; then
        say "left out: training and scoring, as $HOME_OF_PATINA has no backbone efficientnet-lite0"
        return
    fi
    mkdir -p "$ROOT/srv/check/home/backbones"
    cp "$HOME_OF_PATINA/backbones/efficientnet-lite0".* "$ROOT/srv/check/home/backbones/"
    chown -R 65534:65534 "$ROOT/srv/check"
    runs patina-cli train /srv/check/data --out /srv/check/part.patina --bank-size 200 --quiet
    runs patina-cli score /srv/check/part.patina /srv/check/data/test --out /srv/check/out --overlay --quiet
    runs patina-cli evaluate /srv/check/part.patina /srv/check/data --quiet
    runs patina-cli project create /srv/check/part.patinaproj /srv/check/data
    take_picture scored.png /srv/check/part.patinaproj --model /srv/check/part.patina
    check_type /srv/check/part.patina application/x-patina-model
    check_type /srv/check/part.patinaproj application/x-patina-project
}

# What the desktop takes a file for, by its content alone, where the tools for it are installed.
check_type()
{
    [[ -x $ROOT/usr/bin/update-mime-database ]] || return 0
    grep -q "$2" "$ROOT/usr/share/mime/types" || fail "the type $2 is not registered"
}

compare()
{
    local before=$1 after=$2 left
    left=$(LC_ALL=C comm -13 "$before" "$after")
    ! grep -qi patina <<<"$left" || fail "these files of Patina stayed: $(grep -i patina <<<"$left")"
    left=$(grep -v -E '^(var/cache/|etc/ld.so.cache$)' <<<"$left" || true)
    [[ -z $left ]] || printf 'left by packages of Debian that came with it (%d places, the first of them):\n%s\n' \
        "$(wc -l <<<"$left")" "$(head -n 10 <<<"$left")"
    left=$(LC_ALL=C comm -23 "$before" "$after")
    [[ -z $left ]] || fail "these files are gone: $left"
}

main()
{
    parse "$@"
    WORK=$(mktemp -d "${TMPDIR:-/tmp}/patina-deb.XXXXXX")
    ROOT=$WORK/root
    trap clean_up EXIT
    say "a bare Debian 12"
    make_bare_system
    apt_quiet update
    list_files >"$WORK/bare"
    say "installing $(basename "$DEB") with apt"
    mkdir -p "$ROOT/srv/check"
    cp "$DEB" "$ROOT/srv/check/patina.deb"
    apt_quiet install "$RECOMMENDS" /srv/check/patina.deb
    say "$(as_root dpkg-query -W -f '.\n' | wc -l) packages are installed"
    check_libraries
    list_files >"$WORK/installed"
    use_programs
    list_files | LC_ALL=C comm -13 "$WORK/installed" - >"$WORK/made"
    [[ ! -s $WORK/made ]] || say "running it made: $(tr '\n' ' ' <"$WORK/made")"
    say "removing it"
    apt_quiet purge patina
    ! as_root dpkg-query -W patina >/dev/null 2>&1 || fail "dpkg still knows patina"
    list_files | grep -i patina && fail "files of Patina stayed"
    apt_quiet autoremove --purge
    list_files >"$WORK/after"
    compare "$WORK/bare" "$WORK/after"
    say "installed, run, and removed without a trace"
}

main "$@"
