#include "ui/evaluation/compare_choice.h"

#include "ui/look.h"
#include "ui/text/comparison_words.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int kRoomForArrowPx = 5 * kGrid;

/// The policy in use may be another one by now, of a model that is still the same.
bool isSame(const ComparedWith &one, const ComparedWith &other)
{
    return one.modelHash == other.modelHash && (!one.modelHash.empty() || one == other);
}

} // namespace

CompareChoice::CompareChoice(QWidget *parent) : QPushButton(parent), m_list(new QMenu(this))
{
    setObjectName(QStringLiteral("compareChoice"));
    m_list->setObjectName(QStringLiteral("compareChoices"));
    m_list->setToolTipsVisible(true);
    m_list->installEventFilter(this);
    setMenu(m_list);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name must not make the dock wider
    retranslateUi();
}

void CompareChoice::setChoices(const QString &reference, std::vector<Choice> choices)
{
    const std::vector<Choice> before = chosen();
    const bool same =
        reference == m_reference && std::ranges::equal(choices, m_choices, {}, &Choice::name, &Choice::name);
    m_reference = reference;
    m_choices = std::move(choices);
    m_marks.clear();
    for (const Choice &one : m_choices)
        m_marks.push_back(
            std::ranges::any_of(before, [&one](const Choice &kept) { return isSame(kept.with, one.with); }));
    if (!m_cleared && !m_marks.empty() && std::ranges::find(m_marks, true) == m_marks.end())
        m_marks.front() = true;
    if (!same || !m_list->isVisible()) // else it is being marked in
        fillMenu();
    tell();
}

std::vector<CompareChoice::Choice> CompareChoice::chosen() const
{
    std::vector<Choice> marked;
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        if (m_marks[i])
            marked.push_back(m_choices[i]);
    return marked;
}

void CompareChoice::fillMenu()
{
    m_list->close();
    m_list->clear();
    QAction *own = m_list->addAction(tr("A: %1 (the open model)").arg(m_reference));
    own->setEnabled(false);
    m_list->addSeparator();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        QString name = m_choices[i].name;
        QAction *action = m_list->addAction(name.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(m_marks[i]);
        connect(action, &QAction::toggled, this, [this, i](bool on) { toggle(i, on); });
    }
}

void CompareChoice::toggle(std::size_t index, bool on)
{
    m_marks[index] = on;
    m_cleared = std::ranges::find(m_marks, true) == m_marks.end();
    tell();
    emit chosenChanged();
}

void CompareChoice::tell()
{
    const std::vector<Choice> marked = chosen();
    QStringList names;
    for (int i = 0; i < std::ssize(marked); ++i)
        names << (marked.size() == 1
                      ? marked.front().name
                      : tr("%1: %2").arg(ComparisonWords::letter(i + 1), marked[static_cast<std::size_t>(i)].name));
    m_names = marked.empty() ? tr("Nothing chosen") : names.join(QStringLiteral(", "));
    setToolTip(marked.size() > 1 ? names.join(QLatin1Char('\n')) : QString());
    setAccessibleDescription(m_names);
    setEnabled(!m_choices.empty());
    shorten();
}

void CompareChoice::shorten()
{
    QString text = fontMetrics().elidedText(m_names, Qt::ElideRight, width() - kRoomForArrowPx);
    setText(text.replace(QLatin1Char('&'), QLatin1String("&&")));
}

void CompareChoice::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    shorten();
}

/// A menu closes with what is chosen in it; a list of marks does not.
bool CompareChoice::eventFilter(QObject *watched, QEvent *event)
{
    const auto mark = [this](QAction *action) {
        if (action == nullptr || !action->isCheckable() || !action->isEnabled())
            return false;
        action->toggle();
        return true;
    };
    if (watched == m_list && event->type() == QEvent::MouseButtonRelease)
        return mark(m_list->actionAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)
            return mark(m_list->activeAction());
    }
    return QPushButton::eventFilter(watched, event);
}

void CompareChoice::retranslateUi()
{
    setAccessibleName(tr("What the open model is compared with"));
    fillMenu();
    tell();
}

} // namespace patina
