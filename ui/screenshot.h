#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace patina {

class Session;
struct Message;

/// What a window is to show before its picture is taken.
struct ScreenshotRequest
{
    QString folder;
    QString model;
    QString image; ///< name; empty: the first
    QString file;  ///< of the picture
};

/// Opens, selects and scores step by step, each when the one before is done; then writes a picture of the window and
/// ends the application with 0, or with 1 and a line on the error stream where a step failed.
class ScreenshotTaker : public QObject
{
    Q_OBJECT
public:
    /// \param session, window not owned, outlive the taker.
    ScreenshotTaker(Session *session, QWidget *window, ScreenshotRequest request, QObject *parent = nullptr);
    void start();

private:
    enum class Step { Open, Select, Score, Settle, Done };
    void proceed();
    void select();
    void save();

    Session *m_session = nullptr;
    QWidget *m_window = nullptr;
    ScreenshotRequest m_request;
    Step m_step = Step::Open;
    bool m_failed = false;
};

} // namespace patina
