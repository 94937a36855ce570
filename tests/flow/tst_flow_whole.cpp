#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "tests/core/pipeline/made_parts.h"
#include "ui/canvas/canvas.h"
#include "ui/jobs/core_engine.h"
#include "ui/main_window.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <set>

using namespace patina;

/// A morning's work in one piece, with the engine of the program: from a folder of images to decisions that are there
/// the next day.
class TestFlowWhole : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void fromAFolderToTheNextDay();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("there is no %s", name);
        return found;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void openWindow();
    void makeProject();
    void train();
    void reviewFiveRegions();
    void paintOne();
    const ProjectContents &contents() const { return m_session->project().contents(); }
    /// Is a region selected that nobody has decided?
    bool atAnOpenRegion() const
    {
        const int row = m_window->findChild<RegionPanel *>()->currentRow();
        return row >= 0 && m_session->review().items().at(static_cast<std::size_t>(row)).className.empty();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kGood = 12;
constexpr int kScratched = 4;

cv::Mat scratched(int seed)
{
    cv::Mat image = madePart(seed, {256, 192});
    image(cv::Rect(40, 50, 60, 5)).setTo(cv::Scalar::all(10));
    image(cv::Rect(150, 120, 5, 50)).setTo(cv::Scalar::all(250));
    return image;
}

void write(const std::filesystem::path &file, const cv::Mat &image)
{
    std::filesystem::create_directories(file.parent_path());
    QVERIFY(cv::imwrite(file.string(), image));
}

} // namespace

/// Good parts to train on and to test, scratched ones with a mask each: the layout of public data sets.
void TestFlowWhole::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), file("backbones").toStdString()));
    const std::filesystem::path parts = file("parts").toStdString();
    for (int i = 0; i < kGood; ++i)
        write(parts / "train/good" / (std::to_string(10 + i) + ".png"), madePart(i, {256, 192}));
    write(parts / "test/good/50.png", madePart(50, {256, 192}));
    for (int i = 0; i < kScratched; ++i) {
        const std::string name = std::to_string(60 + i);
        write(parts / "test/scratch" / (name + ".png"), scratched(60 + i));
        cv::Mat mask = cv::Mat::zeros(192, 256, CV_8UC1);
        mask(cv::Rect(40, 50, 60, 5)).setTo(255);
        write(parts / "ground_truth/scratch" / (name + "_mask.png"), mask);
    }
}

void TestFlowWhole::openWindow()
{
    Settings settings;
    settings.language = QStringLiteral("en");
    m_window.reset();
    m_session.reset();
    m_session = std::make_unique<Session>(createCoreEngine(file("backbones").toStdString()));
    m_session->setCache(std::make_shared<InspectionCache>(file("cache").toStdString()));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, QString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestFlowWhole::makeProject()
{
    m_session->createProject(file("parts"), file("line.patinaproj"));
    QTRY_VERIFY(m_session->project().isOpen() && part<Canvas>("canvas")->hasImage());
    QCOMPARE(m_session->document().imageCount(), kGood + 1 + kScratched);
    QCOMPARE(contents().classes.size(), std::size_t{1}); // scratch, of the folder's name
    QCOMPARE(contents().labels.size(), std::size_t{kScratched});
}

void TestFlowWhole::train()
{
    part<QAction>("train")->trigger();
    part<QSpinBox>("trainingBankSize")->setValue(300);
    QTRY_VERIFY(part<QPushButton>("trainingStart")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->idle(), 60'000);
    QTest::mouseClick(part<QPushButton>("trainingStart"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->document().hasModel() && m_session->idle(), 120'000);
    QCOMPARE(contents().models.size(), std::size_t{1});
    part<QAction>("scoreAll")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_session->document().counts().scored == m_session->document().imageCount() && m_session->idle(), 120'000);
    for (int row = 0; row < m_session->document().imageCount(); ++row)
        if (m_session->document().image(row).id.find("scratch") != std::string::npos)
            QVERIFY(m_session->document().result(row).verdict != std::optional(Verdict::Ok));
}

void TestFlowWhole::reviewFiveRegions()
{
    const QList<int> keys{Qt::Key_1, Qt::Key_0, Qt::Key_A, Qt::Key_Delete, Qt::Key_1};
    std::set<int> images;
    for (const int key : keys) {
        press(Qt::Key_Space);
        QTRY_VERIFY(atAnOpenRegion());
        press(key);
        QVERIFY(!atAnOpenRegion());
        images.insert(m_session->currentRow());
    }
    QVERIFY(images.size() > 1); // the queue goes over all images
    QCOMPARE(contents().labels.size(), static_cast<std::size_t>(kScratched + keys.size()));
}

void TestFlowWhole::paintOne()
{
    Canvas *canvas = part<Canvas>("canvas");
    auto *target = part<QComboBox>("drawTarget");
    target->setCurrentIndex(target->findText(QStringLiteral("scratch")));
    press(Qt::Key_F);
    press(Qt::Key_B);
    const auto at = [&](double x, double y) {
        return (canvas->view().toView(QPointF(x, y)) / canvas->devicePixelRatioF()).toPoint();
    };
    QTest::mousePress(canvas, Qt::LeftButton, {}, at(200, 30));
    QTest::mouseMove(canvas, at(220, 40));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(220, 40));
    press(Qt::Key_Escape);
    const Label &painted = contents().labels.back();
    QCOMPARE(painted.source, LabelSource::Drawn);
    QVERIFY(painted.mask.contains({200, 30}) && painted.mask.contains({210, 35}));
}

void TestFlowWhole::fromAFolderToTheNextDay()
{
    openWindow();
    makeProject();
    train();
    const ProjectContents trained = contents();
    reviewFiveRegions();
    paintOne();
    const ProjectContents reviewed = contents();
    const auto *undo = part<QAction>("undo");
    const auto *redo = part<QAction>("redo");

    int steps = 0;
    for (; contents() != trained && undo->isEnabled(); ++steps)
        press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(contents() == trained);
    QVERIFY(steps >= 6);
    for (; undo->isEnabled(); ++steps) // the model's entry, too
        press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(contents().models.empty());
    for (; steps > 0; --steps) {
        QVERIFY(redo->isEnabled());
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
    QVERIFY(!redo->isEnabled());
    QVERIFY(contents() == reviewed);
    QTRY_VERIFY(m_session->idle());
    const QString progress = part<QLabel>("reviewProgressText")->text();
    const std::vector<double> scores = [&] {
        std::vector<double> all;
        for (int row = 0; row < m_session->document().imageCount(); ++row)
            all.push_back(m_session->document().result(row).score);
        return all;
    }();
    m_window->close();

    openWindow();
    m_session->openProject(file("line.patinaproj"));
    QTRY_VERIFY(m_session->project().isOpen());
    QVERIFY(contents() == reviewed);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->document().hasModel() && m_session->idle(), 60'000);
    for (int row = 0; row < m_session->document().imageCount(); ++row)
        QCOMPARE(m_session->document().result(row).score, scores[static_cast<std::size_t>(row)]);
    QTRY_COMPARE(part<QLabel>("reviewProgressText")->text(), progress);
    press(Qt::Key_Space);
    QTRY_VERIFY(atAnOpenRegion()); // and the review goes on
    const auto verified = m_session->project().project().verify({});
    QVERIFY(verified && verified->good());
}

QTEST_MAIN(TestFlowWhole)
#include "tst_flow_whole.moc"
