#pragma once

#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace patina::testing {

/// The real window on the fake engine, with a folder of its own; what flow tests do with it, by object name.
class FlowWindow
{
public:
    /// Makes the folder "parts" with images of 320x240: grey with two bright squares of 40x40 px at (80, 80) and
    /// (200, 80), each a region; the larger the number, the brighter the second.
    /// \param behaviour of the engine; null: as it is.
    explicit FlowWindow(int images, std::shared_ptr<FakeBehaviour> behaviour = nullptr);
    ~FlowWindow();

    /// Closes the window and opens another one.
    void reopen();
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString projectFile() const { return file(QStringLiteral("parts/p.patinaproj")); }
    bool makeProject();
    bool openProject();
    /// Opens a model of the fake engine and scores all images.
    bool score(const QString &model = QStringLiteral("one.patina"));

    Session &session() { return *m_session; }
    MainWindow &window() { return *m_window; }
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QAction *action(const char *name) const { return part<QAction>(name); }
    Canvas *canvas() const { return part<Canvas>("canvas"); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    /// A place of the image in the pixels of the canvas.
    QPoint onCanvas(QPointF imagePoint) const;
    /// Drags the left button along points of the image.
    void drag(const QList<QPointF> &imagePoints) const;
    void click(QPointF imagePoint) const;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<FakeBehaviour> m_behaviour;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace patina::testing
