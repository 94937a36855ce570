#include "ui/session.h"
#include "ui/text/text.h"

#include <algorithm>

namespace patina {

namespace {

/// That an image is done is no decision of its own: it goes and comes with the one before.
bool isDoneMark(const Change &change)
{
    const auto isMark = [](const Edit &edit) { return std::holds_alternative<EditOf<Review>>(edit); };
    return !change.edits.empty() && std::ranges::all_of(change.edits, isMark);
}

} // namespace

void Session::undo()
{
    const Change *last = m_project.lastDone();
    const bool withMark = last != nullptr && isDoneMark(*last);
    auto done = m_project.undo();
    if (done && withMark && m_project.canUndo())
        done = m_project.undo();
    if (!done)
        complain(tr("It was not taken back. %1").arg(Text::error(done.error())));
}

void Session::redo()
{
    auto done = m_project.redo();
    const Change *next = m_project.nextDone();
    if (done && next != nullptr && isDoneMark(*next))
        done = m_project.redo();
    if (!done)
        complain(tr("It was not made again. %1").arg(Text::error(done.error())));
}

} // namespace patina
