#include "ui/screenshot.h"

#include "ui/canvas/canvas.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

namespace patina {

namespace {

void complain(const QString &sentence)
{
    QTextStream(stderr) << "patina: " << sentence << Qt::endl;
}

/// Is every image as sharp as it will be?
bool isSharp(const QWidget *window)
{
    for (const Canvas *canvas : window->findChildren<Canvas *>())
        if (canvas->isVisible() && canvas->hasImage() && !canvas->settled())
            return false;
    return true;
}

} // namespace

ScreenshotTaker::ScreenshotTaker(Session *session, QWidget *window, ScreenshotRequest request, QObject *parent)
    : QObject(parent), m_session(session), m_window(window), m_request(std::move(request))
{
    connect(session, &Session::messaged, this, [this](const Message &message) {
        m_failed = m_failed || message.kind == Message::Kind::Error;
        complain(message.text);
    });
    connect(session, &Session::becameIdle, this, &ScreenshotTaker::proceed, Qt::QueuedConnection);
}

void ScreenshotTaker::start()
{
    m_session->openWith(m_request.model, m_request.folder);
    m_step = Step::Select;
    if (m_session->idle())
        proceed();
}

void ScreenshotTaker::proceed()
{
    if (!m_session->idle() || m_step == Step::Done)
        return;
    if (m_step == Step::Select) {
        select();
        m_step = Step::Score;
    }
    if (m_step == Step::Score && m_session->idle()) {
        if (m_session->document().hasModel())
            m_session->scoreCurrent();
        m_step = Step::Settle;
    }
    if (m_step == Step::Settle && m_session->idle()) {
        m_window->grab(); // asks for the thumbnails of the visible rows, and for tiles
        if (m_session->idle() && isSharp(m_window))
            save();
        else if (m_session->idle())
            QTimer::singleShot(20, this, &ScreenshotTaker::proceed);
    }
}

void ScreenshotTaker::select()
{
    if (m_request.image.isEmpty() || !m_session->document().hasImages())
        return;
    const int row = m_session->document().rowOfName(m_request.image);
    if (row >= 0) {
        m_session->showRow(row);
        return;
    }
    complain(QStringLiteral("there is no image %1 in the folder").arg(m_request.image));
    m_failed = true;
}

void ScreenshotTaker::save()
{
    m_step = Step::Done;
    if (!m_window->grab().save(m_request.file)) {
        complain(QStringLiteral("the picture %1 cannot be written").arg(m_request.file));
        m_failed = true;
    }
    QCoreApplication::exit(m_failed ? 1 : 0);
}

} // namespace patina
