#pragma once

#include "tests/support/fake_engine.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QTest>

#include <memory>

namespace patina::testing {

/// Grey with two bright squares, each a region; the larger `i`, the brighter the second.
inline void writePart(const QString &file, int i)
{
    QImage image(320, 240, QImage::Format_Grayscale8);
    image.fill(100);
    for (int y = 80; y < 120; ++y)
        for (int x = 80; x < 120; ++x) {
            image.scanLine(y)[x] = 160;
            image.scanLine(y)[x + 120] = static_cast<uchar>(170 + 10 * (i % 8));
        }
    if (!image.save(file))
        qFatal("a test image cannot be written");
}

/// The real window over the engine without a model; its parts by name.
struct FlowWindow
{
    std::shared_ptr<FakeBehaviour> behaviour = std::make_shared<FakeBehaviour>();
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;

    /// \param cache folder of patch distances; empty: none.
    explicit FlowWindow(const QString &cache = {}, std::shared_ptr<FakeBehaviour> behaves = {})
    {
        if (behaves)
            behaviour = std::move(behaves);
        Settings settings;
        settings.language = QStringLiteral("en");
        settings.reviewByImage = true;
        session = std::make_unique<Session>(createFakeEngine(behaviour));
        if (!cache.isEmpty())
            session->setCache(std::make_shared<InspectionCache>(cache.toStdString()));
        window = std::make_unique<MainWindow>(session.get(), settings, QString());
        window->show();
    }

    template <typename T>
    T *part(const char *name) const
    {
        auto *found = window->findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("there is no %s", name);
        return found;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    /// What the strip says; empty where it is hidden.
    QString said() const
    {
        return part<QWidget>("messageStrip")->isVisible() ? part<QLabel>("messageText")->text() : QString();
    }
    const Document &document() const { return session->document(); }
    ProjectDocument &project() const { return session->project(); }
};

} // namespace patina::testing
