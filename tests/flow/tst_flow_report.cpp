#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "tests/cli/cli_process.h"
#include "tests/core/pipeline/made_parts.h"
#include "ui/jobs/core_engine.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

using namespace patina;
using namespace patina::test;

/// A report out of the window, on the real engine, against what the command line computes of the same project.
class TestFlowReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theReportHasTheFiguresOfTheCommandLine();
    void aPdfIsWrittenToo();
    void whereNothingCanBeWrittenItSaysSo();
    void theWindowIsClosedWhileAReportIsWritten();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void writeTo(const QString &target);
    static QJsonObject figuresIn(const QString &html);

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

void writeImage(const QString &path, const cv::Mat &image)
{
    QDir().mkpath(QFileInfo(path).path());
    QVERIFY(cv::imwrite(path.toStdString(), image));
}

} // namespace

void TestFlowReport::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), file("home/backbones").toStdString()));
    for (int i = 0; i < 12; ++i)
        writeImage(file("parts/train/good/") + QStringLiteral("%1.png").arg(10 + i), madePart(i));
    for (int i = 0; i < 5; ++i)
        writeImage(file("parts/test/good/") + QStringLiteral("%1.png").arg(10 + i), madePart(20 + i));
    for (int i = 0; i < 5; ++i) {
        cv::Mat scratched = madePart(40 + i);
        cv::Mat mask = cv::Mat::zeros(scratched.size(), CV_8UC1);
        const cv::Rect area(20 + 6 * i, 30, 30, 3 + i);
        scratched(area).setTo(cv::Scalar::all(20));
        mask(area).setTo(255);
        writeImage(file("parts/test/scratch/") + QStringLiteral("%1.png").arg(10 + i), scratched);
        writeImage(file("parts/ground_truth/scratch/") + QStringLiteral("%1_mask.png").arg(10 + i), mask);
    }
    const Outcome trained = runCli({"train", file("parts"), "--out", file("m.patina"), "--backbone", "tiny",
                                    "--bank-size", "150", "--threads", "2"},
                                   {.home = file("home")});
    QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    const Outcome made = runCli({"project", "create", file("p.patinaproj"), file("parts")}, {.home = file("home")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
}

void TestFlowReport::init()
{
    Settings settings;
    settings.language = QStringLiteral("en");
    m_session = std::make_unique<Session>(createCoreEngine(file("home/backbones").toStdString()));
    m_session->setCache(std::make_shared<InspectionCache>(file("cache").toStdString()));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, QString());
    m_window->show();
    m_session->openProject(file("p.patinaproj"));
    m_session->openModel(file("m.patina"));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->project().isOpen() && m_session->document().hasModel(), 60'000);
    m_session->scoreAll();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->idle(), 60'000);
    m_window->findChild<QAction *>("evaluation")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->evaluator().latest() && m_session->idle(), 60'000);
}

void TestFlowReport::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestFlowReport::writeTo(const QString &target)
{
    QTRY_VERIFY(part<QPushButton>("writeReport")->isEnabled());
    QTest::mouseClick(part<QPushButton>("writeReport"), Qt::LeftButton);
    auto *dialog = part<QFileDialog>("reportDialog");
    QVERIFY(dialog->windowTitle().contains("English")); // whatever the language of the window
    QVERIFY(dialog->nameFilters().constFirst().contains("English"));
    dialog->selectFile(target);
    emit dialog->fileSelected(target);
    dialog->close();
}

QJsonObject TestFlowReport::figuresIn(const QString &html)
{
    QFile file(html);
    if (!file.open(QFile::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QByteArray begin = "id=\"figures\">";
    const qsizetype from = text.indexOf(begin) + begin.size();
    return QJsonDocument::fromJson(text.mid(from, text.indexOf("</script>", from) - from)).object();
}

void TestFlowReport::theReportHasTheFiguresOfTheCommandLine()
{
    m_session->setThresholds(0.75, 1.5);
    writeTo(file("report.html"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("report.html")), 60'000);
    const Outcome evaluated =
        runCli({"evaluate", file("m.patina"), file("p.patinaproj"), "--json"}, {.home = file("home")});
    QVERIFY2(evaluated.exitCode == 0, qPrintable(evaluated.err));
    const QJsonObject line = QJsonDocument::fromJson(evaluated.out.toUtf8()).object();
    const QJsonObject report = figuresIn(file("report.html"));
    QCOMPARE(report["threshold.review"].toDouble(), 0.75);
    QVERIFY(report.contains("at.review.defects.scratch.recall"));
    int compared = 0;
    for (auto figure = report.begin(); figure != report.end(); ++figure)
        if (figure.key() != QLatin1String("why")) {
            QVERIFY2(line.contains(figure.key()), qPrintable(figure.key()));
            QVERIFY2(line[figure.key()] == figure.value(), qPrintable(figure.key()));
            ++compared;
        }
    QVERIFY(compared > 100);
    // The report belongs to the model and the project, and to no other.
    const Outcome verified = runCli(
        {"report", "--verify", file("report.html"), "--model", file("m.patina"), "--project", file("p.patinaproj")},
        {.home = file("home")});
    QVERIFY2(verified.exitCode == 0, qPrintable(verified.err));
    // What the window counts is the same.
    const auto latest = m_session->evaluator().latest();
    const Evaluation &shown = latest->evaluations.front();
    const OperatingPoint point = countsAt(shown.outcomes, shown.classes, shown.settings, 0.75);
    QCOMPARE(static_cast<double>(point.defects.front().found), line["at.review.defects.scratch.found"].toDouble());
    QCOMPARE(*point.falseRegionsPerImage.value, line["at.review.good.falseRegionsPerImage"].toDouble());
}

void TestFlowReport::aPdfIsWrittenToo()
{
    writeTo(file("report.pdf"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("report.pdf")), 60'000);
    QFile pdf(file("report.pdf"));
    QVERIFY(pdf.open(QFile::ReadOnly));
    QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
}

void TestFlowReport::whereNothingCanBeWrittenItSaysSo()
{
    writeTo(file("nowhere/report.html"));
    QTRY_VERIFY(part<QLabel>("messageText")->text().startsWith("The report was not written."));
}

void TestFlowReport::theWindowIsClosedWhileAReportIsWritten()
{
    writeTo(file("closed.html"));
    QVERIFY(m_session->jobs().rowCount() > 0);
    m_window.reset(); // waits for the job, and takes it off a list that nobody looks at any more
    QCOMPARE(m_session->jobs().rowCount(), 0);
}

QTEST_MAIN(TestFlowReport)
#include "tst_flow_report.moc"
