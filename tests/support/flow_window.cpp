#include "tests/support/flow_window.h"

#include <QDir>

#include <utility>

namespace patina::testing {

namespace {

void writePart(const QString &file, int number)
{
    QImage image(320, 240, QImage::Format_Grayscale8);
    image.fill(100);
    for (int y = 80; y < 120; ++y)
        for (int x = 80; x < 120; ++x) {
            image.scanLine(y)[x] = 160;
            image.scanLine(y)[x + 120] = static_cast<uchar>(170 + 10 * number % 80);
        }
    image.save(file);
}

} // namespace

FlowWindow::FlowWindow(int images, std::shared_ptr<FakeBehaviour> behaviour)
    : m_behaviour(behaviour ? std::move(behaviour) : std::make_shared<FakeBehaviour>())
{
    QDir(m_folder.path()).mkdir(QStringLiteral("parts"));
    for (int i = 0; i < images; ++i)
        writePart(file(QStringLiteral("parts/part%1.png").arg(i, 3, 10, QLatin1Char('0'))), i);
    reopen();
}

FlowWindow::~FlowWindow()
{
    m_window.reset();
    m_session.reset();
}

void FlowWindow::reopen()
{
    Settings settings;
    settings.language = QStringLiteral("en");
    m_window.reset();
    m_session.reset();
    m_session = std::make_unique<Session>(createFakeEngine(m_behaviour));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, QString());
    m_window->show();
    [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(m_window.get());
}

bool FlowWindow::makeProject()
{
    m_session->createProject(file(QStringLiteral("parts")), projectFile());
    return QTest::qWaitFor([this] { return m_session->project().isOpen() && canvas()->hasImage(); });
}

bool FlowWindow::openProject()
{
    m_session->openProject(projectFile());
    return QTest::qWaitFor([this] { return m_session->project().isOpen() && canvas()->hasImage(); });
}

bool FlowWindow::score(const QString &model)
{
    m_session->openModel(model);
    if (!QTest::qWaitFor([this] { return m_session->document().hasModel(); }))
        return false;
    action("scoreAll")->trigger();
    return QTest::qWaitFor([this] {
        return m_session->idle() && m_session->document().counts().scored == m_session->document().imageCount() &&
               canvas()->hasHeat();
    });
}

QPoint FlowWindow::onCanvas(QPointF imagePoint) const
{
    return (canvas()->view().toView(imagePoint) / canvas()->devicePixelRatioF()).toPoint();
}

void FlowWindow::drag(const QList<QPointF> &imagePoints) const
{
    QTest::mousePress(canvas(), Qt::LeftButton, Qt::NoModifier, onCanvas(imagePoints.first()));
    for (const QPointF &point : imagePoints) {
        const QPoint at = onCanvas(point);
        QMouseEvent move(QEvent::MouseMove, at, canvas()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier); // QTest::mouseMove() holds no button
        QApplication::sendEvent(canvas(), &move);
    }
    QTest::mouseRelease(canvas(), Qt::LeftButton, Qt::NoModifier, onCanvas(imagePoints.last()));
}

void FlowWindow::click(QPointF imagePoint) const
{
    QTest::mouseClick(canvas(), Qt::LeftButton, Qt::NoModifier, onCanvas(imagePoint));
}

} // namespace patina::testing
