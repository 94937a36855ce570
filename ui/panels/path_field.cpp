#include "ui/panels/path_field.h"

#include "ui/look.h"
#include "ui/text/path.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace patina {

PathField::PathField(Kind kind, const QString &name, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_line(new QLineEdit(this)), m_browse(new QToolButton(this))
{
    m_line->setObjectName(name);
    m_browse->setObjectName(name + QStringLiteral("Browse"));
    m_browse->setIcon(themedIcon(QStringLiteral("folder")));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid / 2);
    row->addWidget(m_line, 1);
    row->addWidget(m_browse);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &PathField::edited);
    connect(m_browse, &QToolButton::clicked, this, &PathField::choose);
    retranslateUi();
}

std::filesystem::path PathField::path() const
{
    return pathOf(m_line->text().trimmed());
}

void PathField::setPath(const std::filesystem::path &path)
{
    m_line->setText(QString::fromStdString(path.string()));
    m_line->setCursorPosition(0);
}

void PathField::setWords(const QString &title, const QString &filter, const QString &placeholder)
{
    m_title = title;
    m_filter = filter;
    m_line->setPlaceholderText(placeholder);
    retranslateUi();
}

void PathField::choose()
{
    const QString now = m_line->text();
    const QString chosen = m_kind == Kind::Folder       ? QFileDialog::getExistingDirectory(this, m_title, now)
                           : m_kind == Kind::FileToRead ? QFileDialog::getOpenFileName(this, m_title, now, m_filter)
                                                        : QFileDialog::getSaveFileName(this, m_title, now, m_filter);
    if (chosen.isEmpty())
        return;
    m_line->setText(chosen);
    emit edited();
}

void PathField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void PathField::retranslateUi()
{
    m_browse->setToolTip(tr("Choose..."));
    m_browse->setAccessibleName(m_title.isEmpty() ? tr("Choose...") : m_title);
}

} // namespace patina
