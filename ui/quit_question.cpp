#include "ui/quit_question.h"

#include "ui/main_window.h"
#include "ui/session.h"

#include <QApplication>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

namespace patina {

QuitQuestion::QuitQuestion(const WindowParts &parts) : QObject(parts.window), m_parts(parts)
{
    parts.window->installEventFilter(this);
    // A run that ends by itself leaves nothing to ask.
    connect(&parts.session->training(), &TrainingRunner::runningChanged, this, [this](bool running) {
        if (!running && m_box)
            m_box->reject();
    });
}

/// The end of the desktop's session is not held up: what was done is kept in any case.
bool QuitQuestion::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || m_answered || qApp->isSavingSession() ||
        !m_parts.session->training().running())
        return QObject::eventFilter(watched, event);
    event->ignore();
    ask();
    return true;
}

void QuitQuestion::ask()
{
    if (m_box)
        return m_box->raise();
    m_box = new QMessageBox(QMessageBox::Question, tr("Quit Patina"), tr("A model is being trained."),
                            QMessageBox::NoButton, m_parts.window);
    m_box->setObjectName(QStringLiteral("quitQuestion"));
    m_box->setInformativeText(
        tr("If you quit now the training stops. What was done up to the last checkpoint is kept, and Resume goes on "
           "with it."));
    QPushButton *stop = m_box->addButton(tr("Stop and quit"), QMessageBox::DestructiveRole);
    stop->setObjectName(QStringLiteral("quitStop"));
    QPushButton *keep = m_box->addButton(tr("Keep training"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("quitKeep"));
    m_box->setDefaultButton(keep);
    m_box->setEscapeButton(keep);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    connect(stop, &QPushButton::clicked, this, [this] {
        m_answered = true;
        m_parts.session->training().cancel();
        m_parts.window->close();
    });
    m_box->open();
}

} // namespace patina
