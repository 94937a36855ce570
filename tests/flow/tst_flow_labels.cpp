#include "tests/support/fake_engine.h"
#include "ui/label_files.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace patina;

/// Labels to other programs and from them, through the real window, by object name.
class TestFlowLabels : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void outAndIn_data();
    void outAndIn();
    void badSourceIsSaid();
    void whatDoesNotFitIsSaid();
    void aReadingEndsAnImport();
    void theDialogKnowsWhatAFormatTakes();
    void withoutAProjectThereIsNothingToDo();
    void aReaderOfTheProjectOnlyExports();

private:
    template <typename T>
    T *part(const char *name) const
    {
        auto *found = m_window->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QAction *action(const char *name) const { return part<QAction>(name); }
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QString said() const { return part<QLabel>("messageText")->text(); }
    void exportTo(LabelFormat format, const QString &target);
    void importFrom(const QString &source, const QString &reader = {});
    ProjectDocument &project() const { return m_session->project(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestFlowLabels::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (int i = 0; i < 3; ++i) {
        QImage image(64, 48, QImage::Format_Grayscale8);
        image.fill(60 + i);
        QVERIFY(image.save(at("parts/part%1.png").arg(i)));
    }
    Settings settings;
    settings.language = QStringLiteral("en");
    m_session = std::make_unique<Session>(testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>()));
    m_window = std::make_unique<MainWindow>(m_session.get(), settings, QString());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_session->createProject(at("parts"), at("p.patinaproj"));
    QTRY_VERIFY(project().isOpen());
    Change change{"label", {added(ProjectClass{"scratch", ClassKind::Defect, 0})}};
    for (int i = 0; i < 2; ++i) {
        Label label;
        label.id = i + 1;
        label.image = "part" + std::to_string(i) + ".png";
        label.className = "scratch";
        label.reader = "Eva";
        label.mask = RunMask::create({64, 48}, {{3 + i, 5, 20}, {4 + i, 7, 30}}).value();
        change.edits.push_back(added(std::move(label)));
    }
    QVERIFY(project().change(std::move(change)));
}

void TestFlowLabels::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_folder.reset();
}

void TestFlowLabels::exportTo(LabelFormat format, const QString &target)
{
    QSignalSpy finished(m_window->findChild<LabelFiles *>(), &LabelFiles::finished);
    action("exportLabels")->trigger();
    auto *dialog = part<QDialog>("exportLabelsDialog");
    QVERIFY(dialog->isVisible());
    auto *formats = part<QComboBox>("exportFormat");
    formats->setCurrentIndex(formats->findData(static_cast<int>(format)));
    QVERIFY(!part<QPushButton>("exportStart")->isEnabled());
    part<QLineEdit>("exportTarget")->setText(target);
    part<QPushButton>("exportStart")->click();
    QTRY_COMPARE(finished.count(), 1);
    QTRY_VERIFY(m_window->findChild<QDialog *>("exportLabelsDialog") == nullptr);
}

void TestFlowLabels::importFrom(const QString &source, const QString &reader)
{
    QSignalSpy finished(m_window->findChild<LabelFiles *>(), &LabelFiles::finished);
    action("importLabels")->trigger();
    QVERIFY(!part<QPushButton>("importStart")->isEnabled());
    part<QLineEdit>("importSource")->setText(source);
    part<QComboBox>("importReader")->setCurrentText(reader);
    part<QPushButton>("importStart")->click();
    QTRY_COMPARE(finished.count(), 1);
    QTRY_VERIFY(m_window->findChild<QDialog *>("importLabelsDialog") == nullptr);
}

void TestFlowLabels::outAndIn_data()
{
    QTest::addColumn<int>("format");
    for (const LabelFormat format : allLabelFormats)
        if (isImportable(format))
            QTest::newRow(labelFormatName(format).data()) << static_cast<int>(format);
}

void TestFlowLabels::outAndIn()
{
    QFETCH(int, format);
    exportTo(static_cast<LabelFormat>(format), at("out"));
    QVERIFY2(said().startsWith("2 labels were written to"), qPrintable(said()));
    const ProjectContents before = project().contents();
    importFrom(at("out"), "Jan");
    QVERIFY2(said().contains("imported from"), qPrintable(said()));
    const ProjectContents after = project().contents();
    QCOMPARE(after.labels.size(), std::size_t{4});
    for (std::size_t i = 0; i < 2; ++i) {
        const Label &label = after.labels[i + 2];
        QCOMPARE(label.reader, std::string("Jan"));
        QVERIFY(std::ranges::any_of(before.labels, [&](const Label &one) {
            return one.image == label.image && one.className == label.className && one.mask == label.mask;
        }));
    }
    action("undo")->trigger();
    QVERIFY(project().contents() == before);
    action("redo")->trigger();
    QVERIFY(project().contents() == after);
    action("undo")->trigger();
    QVERIFY(project().contents() == before);
    QVERIFY(project().project().verify({})->good());
}

void TestFlowLabels::badSourceIsSaid()
{
    const ProjectContents before = project().contents();
    QFile file(at("labels.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no labels");
    file.close();
    importFrom(file.fileName());
    QVERIFY2(said().startsWith("The labels were not imported.") && said().contains("labels.txt"), qPrintable(said()));
    QVERIFY(project().contents() == before);
    exportTo(LabelFormat::Mvtec, at("parts"));
    QVERIFY2(said().startsWith("The labels were not exported."), qPrintable(said()));
    QVERIFY(action("importLabels")->isEnabled() && action("exportLabels")->isEnabled());
}

void TestFlowLabels::whatDoesNotFitIsSaid()
{
    exportTo(LabelFormat::Cvat, at("out.xml"));
    QFile file(at("out.xml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray xml = file.readAll();
    file.close();
    xml.replace("part1.png", "other.png");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(xml);
    file.close();
    importFrom(file.fileName());
    QVERIFY2(said().contains("did not fit") && said().contains("other.png"), qPrintable(said()));
    QCOMPARE(project().contents().labels.size(), std::size_t{3});
    QCOMPARE(project().contents().labels.back().reader, std::string("ground truth"));
    importFrom(file.fileName());
    QVERIFY2(said().contains("there already"), qPrintable(said()));
    QCOMPARE(project().contents().labels.size(), std::size_t{3});
}

/// What comes in would be the second reader's change.
void TestFlowLabels::aReadingEndsAnImport()
{
    exportTo(LabelFormat::Coco, at("out.json"));
    auto *files = m_window->findChild<LabelFiles *>();
    QSignalSpy finished(files, &LabelFiles::finished);
    const std::size_t labels = project().contents().labels.size();
    files->importFrom({at("out.json").toStdString(), LabelFormat::Coco, "Jan", {}});
    QVERIFY(files->running());
    QVERIFY(project().beginReading("Ida", "Eva"));
    QCOMPARE(finished.count(), 1);
    QVERIFY(!files->running());
    QVERIFY2(said().contains("nothing was taken"), qPrintable(said()));
    project().endReading();
    QTRY_VERIFY(m_session->idle() && action("importLabels")->isEnabled());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(project().contents().labels.size(), labels);
}

void TestFlowLabels::theDialogKnowsWhatAFormatTakes()
{
    action("exportLabels")->trigger();
    auto *formats = part<QComboBox>("exportFormat");
    const auto choose = [&](LabelFormat format) {
        formats->setCurrentIndex(formats->findData(static_cast<int>(format)));
    };
    choose(LabelFormat::Mvtec);
    QVERIFY(part<QCheckBox>("exportLinks")->isEnabled() && !part<QComboBox>("exportShapes")->isEnabled());
    choose(LabelFormat::Labelme);
    QVERIFY(!part<QCheckBox>("exportLinks")->isEnabled() && part<QComboBox>("exportShapes")->isEnabled());
    choose(LabelFormat::Csv);
    QVERIFY(!part<QCheckBox>("exportLinks")->isEnabled() && !part<QComboBox>("exportShapes")->isEnabled());
    QVERIFY(!part<QLabel>("exportHint")->text().isEmpty());
    QVERIFY(part<QComboBox>("exportReader")->findText("Eva") > 0);
    QTest::keyClick(part<QDialog>("exportLabelsDialog"), Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<QDialog *>("exportLabelsDialog") == nullptr);
}

void TestFlowLabels::withoutAProjectThereIsNothingToDo()
{
    m_session->openFolder(at("parts"));
    QTRY_VERIFY(!project().isOpen());
    QVERIFY(!action("importLabels")->isEnabled() && !action("exportLabels")->isEnabled());
}

void TestFlowLabels::aReaderOfTheProjectOnlyExports()
{
    Session second(testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>()));
    Settings settings;
    MainWindow window(&second, settings, QString());
    second.openProject(at("p.patinaproj"));
    QTRY_VERIFY(second.project().isOpen());
    QVERIFY(!second.project().canWrite());
    QVERIFY(!window.findChild<QAction *>("importLabels")->isEnabled());
    QVERIFY(window.findChild<QAction *>("exportLabels")->isEnabled());
}

QTEST_MAIN(TestFlowLabels)
#include "tst_flow_labels.moc"
