# shellcheck shell=bash
# Messages, steps with their time, logs, temporary files, interruption.
# Messages go to standard error; results (tables, ctest) go to standard output.

QUIET=${QUIET:-0}
SCRATCH=""   # temporary folder of this run, made on first use, removed at the end
TICKER_PID=""

say()
{
    [[ $QUIET == 1 ]] || printf '%s\n' "$*" >&2
}

# Ends with one sentence: what is wrong and what to do.
fail()
{
    printf 'bootstrap: %s\n' "$*" >&2
    exit 1
}

wrong_usage()
{
    printf 'bootstrap: %s (see %s --help)\n' "$1" "$0" >&2
    exit 2
}

on_terminal()
{
    [[ -t 2 && ${TERM:-dumb} != dumb ]]
}

make_scratch()
{
    [[ -n $SCRATCH ]] || SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/patina-bootstrap.XXXXXX")
}

clean_up()
{
    stop_ticker
    [[ -z $SCRATCH ]] || rm -rf "$SCRATCH"
    SCRATCH=""
}

interrupted()
{
    clean_up
    trap - EXIT
    printf '\nbootstrap: interrupted; run the same command again to go on\n' >&2
    exit 130
}

install_traps()
{
    trap clean_up EXIT
    trap interrupted INT TERM HUP
}

# The last line that a running step has written, without control characters.
last_log_line()
{
    tail -c 400 "$1" 2>/dev/null | tr '\r' '\n' | tr -cd '[:print:]\n' | grep -v '^[[:space:]]*$' | tail -n 1 || true
}

# A live line on a terminal; elsewhere a sign of life every minute, so that no supervisor believes the step dead.
tick()
{
    local name=$1 log=$2 elapsed=0 width text
    width=$(stty size 2>/dev/null </dev/tty | cut -d' ' -f2 || true)
    trap - EXIT INT TERM HUP
    while true; do
        sleep 1 >/dev/null 2>&1
        elapsed=$((elapsed + 1))
        if on_terminal; then
            text="  $name  ${elapsed} s  $(last_log_line "$log")"
            printf '\r\033[K%s' "${text:0:$((${width:-80} - 1))}" >&2
        elif ((elapsed % 60 == 0)); then
            printf '  %s: %d s, %s\n' "$name" "$elapsed" "$(last_log_line "$log" | cut -c 1-100)" >&2
        fi
    done
}

start_ticker()
{
    [[ $QUIET == 1 ]] || { tick "$1" "$2" & TICKER_PID=$!; }
}

stop_ticker()
{
    [[ -n $TICKER_PID ]] || return 0
    kill "$TICKER_PID" 2>/dev/null || true
    wait "$TICKER_PID" 2>/dev/null || true
    TICKER_PID=""
    if on_terminal; then
        printf '\r\033[K' >&2
    fi
}

# Makes an empty log that belongs to the user, also while root runs the step. Sets LOG.
open_log()
{
    LOG=$LOGS/$1.log
    as_user mkdir -p "$LOGS"
    as_user rm -f "$LOG"
    as_user touch "$LOG"
}

# try_step NAME LOG COMMAND...: runs a command into build/logs/LOG.log and says its time; returns its status.
try_step()
{
    local name=$1 start=$SECONDS code=0
    open_log "$2"
    shift 2
    start_ticker "$name" "$LOG"
    # A subshell, so that an interruption is reported with our own standard error and not into the log.
    ("$@") >>"$LOG" 2>&1 </dev/null || code=$?
    stop_ticker
    ((code != 130 && code != 143)) || interrupted
    if ((code == 0)); then
        say "$(printf '  %-46s %5d s' "$name" $((SECONDS - start)))"
    fi
    return "$code"
}

show_log_end()
{
    {
        printf '%s\n' "--- last lines of ${LOG#"$ROOT"/}:"
        tail -n 20 "$LOG"
        printf '%s\n' "---"
    } >&2
}

# step NAME LOG COMMAND...: the same, but a failure shows the end of the log and ends the run.
step()
{
    try_step "$@" && return 0
    show_log_end
    fail "$1 failed; the whole log is $LOG"
}
