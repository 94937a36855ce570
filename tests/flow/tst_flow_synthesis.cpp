#include "core/synthesis/surfaces/exemplar_images.h"
#include "tests/flow/flow_window.h"
#include "ui/canvas/canvas.h"
#include "ui/panels/review_progress.h"
#include "ui/synthesis/preset_menu.h"
#include "ui/synthesis/synthesis_page.h"
#include "ui/synthesis/synthesis_presets.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace patina;

/// Synthesis through the real window, by object name.
class TestFlowSynthesis : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void choosesLooksWritesAndOpens();
    void theImageThatIsOpenStandsBeside();
    void aMadeImageIsNotCalledReal();
    void whatIsTickedIsMade();
    void aForeignFolderIsRefusedInOneSentence();
    void cancelKeepsWhatIsFinished();
    void whatIsThereIsReplacedOnlyWhereThatIsWanted();
    void noRealImagesAreSaidAndNothingIsLost();
    void realImagesGiveSizeAndSurface();
    void photosGiveTheirSize();
    void photosGiveTheirDepth();
    void outlinesGoByOneKey();
    void theFocusStaysWithTheRun();
    void theTabulatorGoesWhereOneSeesIt();
    void theDockInFrontComesBackInFront();
    void aSpecificationKeepsItsImages();
    void aSizeThatIsAskedForIsCut();
    void lateImagesLeaveTheScaleAlone();
    void aNumberThatMayNotBeIsRefusedWithItsLimits();
    void placesOfRealDefectsStayOrGo();
    void aPresetFillsTheFields();
    void whatWasSetIsRemembered();
    void threadsAreThosePreferred();
    void keysStayWithThePage();
    void sectionsAndWritingHaveKeys();
    void escapeLeaves();
    void bothImagesAreSeenWhole();
    void theLayoutComesBack();
    void languageSwitches();
    void closesWhileItWorks();

private:
    template <typename T>
    T *part(const char *name) const
    {
        return m_flow->part<T>(name);
    }
    void open();
    void openSmall();
    SynthesisPage *page() const { return part<SynthesisPage>("synthesisPage"); }
    Canvas *preview() const { return part<Canvas>("synthesisPreview"); }
    void click(const char *name) const { part<QAbstractButton>(name)->click(); }
    QString text(const char *name) const { return part<QLabel>(name)->text(); }
    void setOut(const QString &folder) const;
    void choose(const char *box, const char *item) const;
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<testing::FlowWindow> m_flow;
};

void TestFlowSynthesis::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toUtf8());
    m_flow = std::make_unique<testing::FlowWindow>();
}

void TestFlowSynthesis::cleanup()
{
    m_flow.reset();
    m_folder.reset();
}

void TestFlowSynthesis::open()
{
    part<QAction>("synthesis")->trigger();
    QVERIFY(page()->isVisible());
}

/// With images that are quickly made.
void TestFlowSynthesis::openSmall()
{
    open();
    SynthesisSpec spec;
    spec.widthPx = 160;
    spec.heightPx = 120;
    spec.mmPerPixel = 0.05;
    spec.counts = {2, 0, 1, 1, 0};
    page()->setSpec(spec);
    QTRY_VERIFY(text("synthesisCaption").contains("as it will be"));
}

void TestFlowSynthesis::setOut(const QString &folder) const
{
    auto *line = part<QLineEdit>("synthesisOut");
    line->clear();
    QTest::keyClicks(line, folder);
}

void TestFlowSynthesis::choose(const char *box, const char *item) const
{
    auto *combo = part<QComboBox>(box);
    combo->setCurrentIndex(combo->findData(QLatin1String(item)));
    emit combo->activated(combo->currentIndex());
}

void TestFlowSynthesis::choosesLooksWritesAndOpens()
{
    openSmall();
    QVERIFY(preview()->hasImage());
    QCOMPARE(preview()->scene().image()->size(), QSize(160, 120));
    QCOMPARE(part<QComboBox>("synthesisSubject")->currentData().toString(), QStringLiteral("d:scratch"));
    QVERIFY(!preview()->marks().empty());
    click("defect_dent");
    QCOMPARE(page()->spec().defects, (std::vector<std::string>{"scratch", "dent"}));
    QCOMPARE(part<QComboBox>("synthesisSubject")->currentData().toString(), QStringLiteral("d:dent"));
    QTRY_VERIFY(page()->findChild<QCheckBox *>("outline_dent") != nullptr);
    QTRY_VERIFY(text("synthesisCaption").contains("as it will be"));
    const std::size_t outlined = preview()->marks().size();
    page()->findChild<QCheckBox *>("outline_dent")->click();
    QCOMPARE(preview()->marks().size(), outlined - 1);
    choose("synthesisSurface", "milled-parallel");
    QCOMPARE(page()->spec().surface, std::string("milled-parallel"));
    QVERIFY(!part<QAbstractButton>("group_milledParallel")->isHidden());
    QVERIFY(part<QAbstractButton>("group_brushed")->parentWidget()->isHidden());

    QVERIFY(!part<QAbstractButton>("synthesisWrite")->isEnabled());
    setOut(file("made"));
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    QTRY_VERIFY(text("synthesisForecast").startsWith("10 images (5 clean, 5 stained), about "));
    QVERIFY(text("synthesisNote").contains("free"));
    click("synthesisWrite");
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisOpenProject")->isVisible(), 60000);
    QVERIFY(text("synthesisForecast").startsWith("10 images (5 clean, 5 stained) are written"));
    QVERIFY(QFile::exists(file("made/stained/test/dent/dent_0000.png")));
    QVERIFY(QFile::exists(file("made/clean/ground_truth/scratch/scratch_0000_mask.png")));
    click("synthesisOpenFolder"); // no desktop here
    QVERIFY(m_flow->said().startsWith("Nothing on this machine opens"));
    click("synthesisOpenProject");
    QTRY_VERIFY(m_flow->project().isOpen() && m_flow->session->idle());
    QVERIFY(!page()->isVisible());
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
    QVERIFY(m_flow->document().imageCount() >= 5);
    QVERIFY(QFile::exists(file("made-stained.patinaproj")));
}

void TestFlowSynthesis::theImageThatIsOpenStandsBeside()
{
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    testing::writePart(file("parts/part.png"), 0);
    m_flow->session->openFolder(file("parts"));
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
    openSmall();
    auto *real = part<Canvas>("synthesisReal");
    QTRY_VERIFY(real->hasImage());
    QCOMPARE(text("synthesisRealName"), QStringLiteral("part.png"));
    preview()->showOneToOne();
    QCOMPARE(real->view().scale(), 1.0);
    preview()->zoomIn();
    QCOMPARE(real->view().scale(), preview()->view().scale());
    real->zoomIn();
    QCOMPARE(preview()->view().scale(), real->view().scale());
}

void TestFlowSynthesis::aMadeImageIsNotCalledReal()
{
    openSmall();
    setOut(file("made"));
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    click("synthesisWrite");
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisOpenProject")->isVisible(), 60000);
    click("synthesisOpenProject");
    QTRY_VERIFY(m_flow->project().isOpen() && m_flow->session->idle());
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
    open();
    QTRY_VERIFY(text("synthesisRealName").endsWith(".png: made, not a real one"));
    QVERIFY(QDir(m_folder->path()).mkpath("parts/train/good")); // a real one is taken where there is one
    testing::writePart(file("parts/train/good/part.png"), 0);
    choose("synthesisSurface", "exemplar");
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), file("parts"));
    QTRY_COMPARE(text("synthesisRealName"), QStringLiteral("part.png"));
}

void TestFlowSynthesis::whatIsTickedIsMade()
{
    open();
    QVERIFY(page()->spec().ambiguous.empty()); // as long as nobody asks for some
    part<QAction>("synthesis")->trigger();
    openSmall();
    const auto *stained = part<QCheckBox>("synthesisStained");
    QVERIFY(stained->isChecked() && stained->isEnabled());
    auto *version = part<QComboBox>("synthesisVersion");
    const auto choose = [&](SynthesisVersion wanted) {
        version->setCurrentIndex(version->findData(static_cast<int>(wanted)));
        emit version->activated(version->currentIndex());
    };
    choose(SynthesisVersion::Clean);
    QVERIFY(!stained->isChecked() && !stained->isEnabled());
    QTRY_VERIFY(page()->findChild<QCheckBox *>("outline_water-stain") == nullptr);
    choose(SynthesisVersion::Stained);
    QVERIFY(stained->isChecked() && !stained->isEnabled());
    choose(SynthesisVersion::Both);
    QVERIFY(stained->isChecked() && stained->isEnabled());
    click("impurity_water-stain"); // none is left
    QVERIFY(!stained->isChecked() && !stained->isEnabled());
    click("impurity_water-stain");
    QVERIFY(stained->isChecked() && stained->isEnabled());

    auto *ambiguous = part<QSpinBox>("synthesisTestAmbiguous");
    const auto *none = part<QLabel>("ambiguousNote");
    QVERIFY(none->isVisible()); // of the specification: three, and none of them
    for (const char *name : {"ambiguous_stain-over-scratch", "ambiguous_scratch-in-stain", "ambiguous_hairline"})
        click(name);
    QVERIFY(none->isHidden() && !ambiguous->isEnabled());
    click("ambiguous_hairline");
    QVERIFY(ambiguous->value() > 0 && none->isHidden());
    ambiguous->setValue(0);
    QVERIFY(none->isVisible());
}

void TestFlowSynthesis::aForeignFolderIsRefusedInOneSentence()
{
    QVERIFY(QDir(m_folder->path()).mkdir("mine"));
    QFile mine(file("mine/letter.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("dear") == 4);
    mine.close();
    openSmall();
    setOut(file("mine"));
    QTRY_VERIFY(text("synthesisNote").startsWith("The folder holds something else"));
    QVERIFY(!part<QAbstractButton>("synthesisWrite")->isEnabled());
    // One that was empty when it was looked at.
    QVERIFY(QDir(m_folder->path()).mkdir("late"));
    setOut(file("late"));
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    QVERIFY(mine.copy(file("late/letter.txt")));
    click("synthesisWrite");
    QTRY_VERIFY(m_flow->said().contains("not empty"));
    QCOMPARE(m_flow->said().count(QLatin1Char('\n')), 0);
    QVERIFY(QFile::exists(file("late/letter.txt")));
    QCOMPARE(page()->spec().widthPx, 160);
}

void TestFlowSynthesis::cancelKeepsWhatIsFinished()
{
    openSmall();
    part<QSpinBox>("synthesisTrain")->setValue(3000);
    setOut(file("made"));
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    click("synthesisWrite");
    QTRY_VERIFY_WITH_TIMEOUT(
        text("synthesisForecast").contains(" of 6,004 images (3,002 clean, 3,002 stained) are made"), 60000);
    QCOMPARE(m_flow->session->jobs().rowCount(), 1);
    const QModelIndex job = m_flow->session->jobs().index(0, 0); // and counts as the page does
    QTRY_COMPARE(job.data(JobList::TotalRole).toLongLong(), qlonglong{6004});
    QTRY_VERIFY_WITH_TIMEOUT(job.data(JobList::DoneRole).toLongLong() > 2, 60000);
    click("synthesisCancel");
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisWrite")->isVisible(), 60000);
    QTRY_COMPARE(part<QAbstractButton>("synthesisWrite")->text(), QStringLiteral("Resume"));
    QVERIFY(text("synthesisNote").contains(" there and stay"));
    QVERIFY(text("synthesisForecast")
                .contains(" of 6,004 images (3,002 clean, 3,002 stained) are left, about ")); // of what is left to do
    part<QSpinBox>("synthesisTrain")->setValue(2);
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    click("synthesisWrite");
    if (auto *more = m_flow->window->findChild<QAbstractButton *>("replaceAccept")) // than two were finished
        more->click();
    QTRY_VERIFY_WITH_TIMEOUT(text("synthesisForecast").contains("stood already"), 60000);
}

void TestFlowSynthesis::whatIsThereIsReplacedOnlyWhereThatIsWanted()
{
    openSmall();
    setOut(file("made"));
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    click("synthesisWrite");
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisOpenProject")->isVisible(), 60000);
    const auto seedThere = [&] { return readSpec(file("made/manifest.json").toStdString())->seed; };
    const std::uint64_t before = page()->spec().seed;
    QCOMPARE(seedThere(), before);
    click("synthesisDice");
    QVERIFY(!part<QAbstractButton>("synthesisWrite")->isEnabled()); // until what is lost is known
    QTRY_VERIFY(text("synthesisNote")
                    .startsWith("A data set of another specification lies there: 8 of its images are replaced."));
    QCOMPARE(part<QAbstractButton>("synthesisWrite")->text(), QStringLiteral("Write the data set"));
    click("synthesisWrite");
    auto *box = part<QMessageBox>("replaceQuestion");
    QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
    box->defaultButton()->click();
    QVERIFY(!page()->runner().writing());
    QTRY_VERIFY(m_flow->window->findChild<QMessageBox *>("replaceQuestion") == nullptr);
    QCOMPARE(seedThere(), before);
    click("synthesisWrite");
    click("replaceAccept");
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisOpenProject")->isVisible(), 60000);
    QCOMPARE(seedThere(), page()->spec().seed);
    part<QSpinBox>("synthesisTrain")->setValue(3);
    QTRY_VERIFY(text("synthesisNote").startsWith("8 images are there and stay."));
    part<QSpinBox>("synthesisTrain")->setValue(2);
    QTRY_VERIFY(text("synthesisNote").startsWith("The data set is there already; nothing is to do."));
    QVERIFY(!part<QAbstractButton>("synthesisWrite")->isEnabled());
    click("synthesisOpenProject"); // whoever comes back later opens it as well
    QTRY_VERIFY(m_flow->project().isOpen() && m_flow->session->idle());
    QVERIFY(QFile::exists(file("made-stained.patinaproj")));
}

void TestFlowSynthesis::noRealImagesAreSaidAndNothingIsLost()
{
    QVERIFY(QDir(m_folder->path()).mkdir("empty"));
    openSmall();
    choose("synthesisSurface", "exemplar");
    QVERIFY(text("synthesisNote").startsWith("Choose the folder of real images"));
    QVERIFY(!preview()->hasImage());
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), file("empty"));
    QTRY_VERIFY(!text("synthesisLikeNote").isEmpty() && !text("synthesisLikeNote").startsWith("Looking"));
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), QStringLiteral("x")); // that was of another folder
    for (const QString &said : {text("synthesisLikeNote"), text("synthesisNote")})
        QVERIFY2(said.startsWith("Looking at the images"), qPrintable(said));
    QTRY_VERIFY(!text("synthesisLikeNote").startsWith("Looking"));
    QVERIFY(!part<QAbstractButton>("synthesisWrite")->isEnabled());
    QCOMPARE(page()->spec().defects, std::vector<std::string>{"scratch"});
    choose("synthesisSurface", "cast");
    QTRY_VERIFY(preview()->hasImage());
}

void TestFlowSynthesis::realImagesGiveSizeAndSurface()
{
    QVERIFY(QDir(m_folder->path()).mkpath("parts/train/good"));
    for (int i = 0; i < 2; ++i)
        testing::writePart(m_folder->filePath(QStringLiteral("parts/train/good/%1.png").arg(i)), i);
    openSmall();
    choose("synthesisSurface", "exemplar");
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), file("parts"));
    QTRY_COMPARE(text("synthesisLikeNote"), QStringLiteral("2 images."));
    QCOMPARE(page()->spec().exemplar.images.size(), std::size_t{2});
    QTRY_VERIFY_WITH_TIMEOUT(preview()->hasImage(), 30000);
}

/// Parts for a camera of 12 bits have 12 bits, until others are chosen.
void TestFlowSynthesis::photosGiveTheirDepth()
{
    QVERIFY(QDir(m_folder->path()).mkpath("deep/train/good"));
    QImage deep(160, 120, QImage::Format_Grayscale16);
    deep.fill(QColor::fromRgba64(3000, 3000, 3000));
    QVERIFY(deep.save(m_folder->filePath(QStringLiteral("deep/train/good/0.png"))));
    open();
    auto *depth = part<QComboBox>("synthesisDepth");
    QCOMPARE(depth->currentData().toInt(), 8);
    choose("synthesisSurface", "exemplar");
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), file("deep"));
    QTRY_COMPARE(depth->currentData().toInt(), 12);
    QCOMPARE(page()->spec().bitDepth, 12);
    depth->setCurrentIndex(depth->findData(8));
    emit depth->activated(depth->currentIndex());
    QCOMPARE(page()->spec().bitDepth, 8);
}

void TestFlowSynthesis::photosGiveTheirSize()
{
    QVERIFY(QDir(m_folder->path()).mkpath("parts/train/good"));
    for (int i = 0; i < 2; ++i) // 320x240
        testing::writePart(m_folder->filePath(QStringLiteral("parts/train/good/%1.png").arg(i)), i);
    open(); // 1024x768 is asked for
    choose("synthesisSurface", "exemplar");
    auto *base = part<QComboBox>("synthesisBase");
    base->setCurrentIndex(base->findData(static_cast<int>(ExemplarBase::Photo)));
    emit base->activated(base->currentIndex());
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), file("parts"));
    QTRY_COMPARE(text("synthesisLikeNote"), QStringLiteral("2 images."));
    QCOMPARE(page()->spec().widthPx, 320);
    QCOMPARE(part<QSpinBox>("synthesisHeight")->value(), 240);
    QTRY_VERIFY_WITH_TIMEOUT(preview()->hasImage(), 30000);
    QTRY_VERIFY(part<Canvas>("synthesisReal")->hasImage()); // one of them, where nothing else is to compare with
    part<QSpinBox>("synthesisWidth")->setValue(400);
    QTRY_VERIFY(text("synthesisLikeNote").contains("400x240"));
    QCOMPARE(text("synthesisNote"), text("synthesisLikeNote")); // why, not that none were chosen
}

void TestFlowSynthesis::outlinesGoByOneKey()
{
    openSmall();
    QVERIFY(!preview()->marks().empty());
    QTest::keyClick(preview(), Qt::Key_O);
    QVERIFY(preview()->marks().empty());
    QTest::keyClick(preview(), Qt::Key_O);
    QVERIFY(!preview()->marks().empty());
}

void TestFlowSynthesis::theFocusStaysWithTheRun()
{
    openSmall();
    m_flow->window->activateWindow();
    setOut(file("made"));
    auto *run = part<QAbstractButton>("synthesisWrite");
    QTRY_VERIFY(run->isEnabled());
    run->setFocus();
    QTest::keyClick(run, Qt::Key_Space);
    QVERIFY(page()->runner().writing());
    QVERIFY(part<QWidget>("synthesisProgress")->hasFocus()); // not where the same key cancels or changes something
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisOpenProject")->hasFocus(), 60000);
}

/// Every stop is in sight, outlines come after what they outline, and Return presses a button.
void TestFlowSynthesis::theTabulatorGoesWhereOneSeesIt()
{
    part<QDockWidget>("trainingDock")->toggleViewAction()->trigger(); // and with it a bar of tabs
    QCoreApplication::processEvents();
    m_flow->window->restoreState(m_flow->window->saveState());
    QCoreApplication::processEvents();
    openSmall();
    m_flow->window->resize(1600, 1000);
    m_flow->window->activateWindow();
    QTRY_VERIFY(page()->findChild<QCheckBox *>("outline_scratch") != nullptr);
    QStringList stops;
    const QWidget *first = QApplication::focusWidget();
    for (const QWidget *at = first; stops.isEmpty() || at != first; at = QApplication::focusWidget()) {
        stops << (at == nullptr ? QStringLiteral("nowhere") : at->metaObject()->className() + (' ' + at->objectName()));
        QVERIFY2(at != nullptr && page()->isAncestorOf(at) && stops.size() < 100, qPrintable(stops.join(", ")));
        QVERIFY2(!at->visibleRegion().isEmpty(), qPrintable(stops.join(", ")));
        QTest::keyClick(m_flow->window.get(), Qt::Key_Tab);
    }
    const auto place = [&](const char *name) { return stops.indexOf(QRegularExpression(QLatin1String(name))); };
    QVERIFY2(place(".* synthesisPreview") < place(".* outline_scratch"), qPrintable(stops.join(", ")));
    QVERIFY2(place(".* outline_scratch") < place(".* synthesisTrain"), qPrintable(stops.join(", ")));
    auto *leave = part<QAbstractButton>("synthesisLeave");
    leave->setFocus();
    QTest::keyClick(leave, Qt::Key_Return);
    QVERIFY(!page()->isVisible());
}

void TestFlowSynthesis::theDockInFrontComesBackInFront()
{
    auto *regions = part<QDockWidget>("regionDock");
    auto *training = part<QDockWidget>("trainingDock");
    m_flow->window->resize(1600, 1000);
    training->toggleViewAction()->trigger(); // in sight, not behind a tab
    QTRY_VERIFY(!training->visibleRegion().isEmpty() && regions->visibleRegion().isEmpty());
    open();
    click("synthesisLeave");
    QTRY_VERIFY(!training->visibleRegion().isEmpty() && regions->visibleRegion().isEmpty());
}

void TestFlowSynthesis::aSpecificationKeepsItsImages()
{
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    for (const char *name : {"parts/0.png", "parts/1.png", "mine.png"})
        testing::writePart(file(name), 3);
    openSmall();
    SynthesisSpec spec = page()->spec();
    choose("synthesisSurface", "exemplar");
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), file("parts"));
    QTRY_COMPARE(text("synthesisLikeNote"), QStringLiteral("2 images."));
    spec.surface = "exemplar";
    const std::vector<std::filesystem::path> mine{file("mine.png").toStdString()};
    spec.exemplar = synthesis::chooseExemplar(mine, ExemplarBase::Texture, std::nullopt, {})->spec;
    QVERIFY(SynthesisPresets::writeSpec(file("spec.json"), spec));
    part<PresetMenu>("synthesisPresets")->load(file("spec.json"));
    QVERIFY(part<QLineEdit>("synthesisLike")->text().isEmpty());
    QCOMPARE(text("synthesisLikeNote"), QStringLiteral("1 image."));
    part<QSpinBox>("synthesisWidth")->setValue(200);
    QCOMPARE(page()->spec().widthPx, 200);
    QVERIFY(page()->spec().exemplar == spec.exemplar);
    QTRY_VERIFY_WITH_TIMEOUT(text("synthesisCaption").startsWith("200 x 120 px, as it will be"), 30000);
    QVERIFY(page()->spec().exemplar == spec.exemplar);
}

void TestFlowSynthesis::aSizeThatIsAskedForIsCut()
{
    testing::writePart(file("mine.png"), 3);
    openSmall();
    SynthesisSpec spec = page()->spec();
    spec.surface = "exemplar";
    const std::vector<std::filesystem::path> mine{file("mine.png").toStdString()};
    const auto chosen = synthesis::chooseExemplar(mine, ExemplarBase::Photo, std::nullopt, {});
    spec.exemplar = chosen->spec;
    spec.widthPx = chosen->size.width;
    spec.heightPx = chosen->size.height;
    QVERIFY(SynthesisPresets::writeSpec(file("spec.json"), spec));
    part<PresetMenu>("synthesisPresets")->load(file("spec.json"));
    QVERIFY(page()->spec().exemplar.whole);
    part<QSpinBox>("synthesisWidth")->setValue(spec.widthPx - 8);
    QVERIFY(!page()->spec().exemplar.whole);
}

void TestFlowSynthesis::lateImagesLeaveTheScaleAlone()
{
    QVERIFY(QDir(m_folder->path()).mkpath("parts/train/good"));
    testing::writePart(file("parts/train/good/0.png"), 0);
    QFile scale(file("parts/scale.json"));
    QVERIFY(scale.open(QIODevice::WriteOnly) && scale.write("{\"mmPerPixel\": 0.2}") > 0);
    scale.close();
    openSmall();
    choose("synthesisSurface", "exemplar");
    QTest::keyClicks(part<QLineEdit>("synthesisLike"), file("parts"));
    choose("synthesisSurface", "cast"); // before they are read
    QTRY_VERIFY(page()->runner().idle());
    QCOMPARE(page()->spec().surface, std::string("cast"));
    QCOMPARE(page()->spec().mmPerPixel, 0.05);
    choose("synthesisSurface", "exemplar");
    QTRY_COMPARE(page()->spec().mmPerPixel, 0.2);
}

void TestFlowSynthesis::aNumberThatMayNotBeIsRefusedWithItsLimits()
{
    openSmall();
    click("group_scratch");
    auto *low = part<QLineEdit>("low_scratch.lengthMm");
    auto *high = part<QLineEdit>("high_scratch.lengthMm");
    const Range before = page()->spec().ranges.scratch.lengthMm;
    high->setText(QStringLiteral("900"));
    QTest::keyClick(high, Qt::Key_Return);
    auto *refusal = part<QLabel>("refusal_scratch.lengthMm");
    QVERIFY(!refusal->isHidden());
    QCOMPARE(refusal->text(), QStringLiteral("900 is not allowed: 0.01 to 500 mm."));
    QCOMPARE(page()->spec().ranges.scratch.lengthMm, before);
    low->setText(QStringLiteral("40"));
    QTest::keyClick(low, Qt::Key_Return);
    QVERIFY(refusal->isHidden());
    QCOMPARE(page()->spec().ranges.scratch.lengthMm, (Range{40.0, 40.0}));
    QVERIFY(!part<QAbstractButton>("usual_scratch")->isHidden());
    click("usual_scratch");
    QCOMPARE(page()->spec().ranges.scratch.lengthMm, before);
    part<QLineEdit>("synthesisSearch")->setText(QStringLiteral("blur"));
    QVERIFY(part<QAbstractButton>("group_scratch")->parentWidget()->isHidden());
    QVERIFY(!part<QWidget>("range_camera.blurPx")->isHidden());
}

/// An opened specification keeps where real defects lay; usual values let them lie anywhere.
void TestFlowSynthesis::placesOfRealDefectsStayOrGo()
{
    openSmall();
    SynthesisSpec spec = page()->spec();
    spec.defects = {"pit"};
    spec.places["pit"] = {{0.2, 0.3}, {0.4, 0.5}, {0.6, 0.5}};
    emit part<PresetMenu>("synthesisPresets")->chosen(spec);
    QCOMPARE(page()->spec().places, spec.places);
    click("group_pit");
    auto *note = part<QLabel>("places_pit");
    QVERIFY2(!note->isHidden() && note->text().contains("the 3 places"), qPrintable(note->text()));
    QVERIFY(part<QLabel>("places_scratch")->isHidden());
    QVERIFY(!part<QAbstractButton>("usual_pit")->isHidden());
    click("usual_pit");
    QVERIFY(page()->spec().places.empty());
    QVERIFY(note->isHidden() && part<QAbstractButton>("usual_pit")->isHidden());
}

void TestFlowSynthesis::aPresetFillsTheFields()
{
    openSmall();
    auto *menu = part<QMenu>("synthesisPresetMenu");
    emit menu->aboutToShow();
    auto *cast = menu->findChild<QAction *>("preset_cast");
    QVERIFY(cast != nullptr);
    cast->trigger();
    QCOMPARE(page()->spec().surface, std::string("cast"));
    QCOMPARE(part<QComboBox>("synthesisSurface")->currentData().toString(), QStringLiteral("cast"));
    QVERIFY(part<QCheckBox>("defect_crack")->isChecked());
    QVERIFY(!part<QCheckBox>("defect_scratch")->isChecked());
    QCOMPARE(part<QSpinBox>("synthesisWidth")->value(), 1024);
}

void TestFlowSynthesis::threadsAreThosePreferred()
{
    openSmall();
    QCOMPARE(page()->runner().threads(), 0);
    Settings preferred = m_flow->window->settings();
    preferred.threads = 1;
    m_flow->window->apply(preferred);
    setOut(file("made"));
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    click("synthesisWrite");
    QCOMPARE(page()->runner().threads(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisOpenProject")->isVisible(), 60000);
}

void TestFlowSynthesis::whatWasSetIsRemembered()
{
    openSmall();
    click("synthesisDice");
    click("impurity_dust");
    setOut(file("made"));
    const SynthesisSpec before = page()->spec();
    QVERIFY(before.seed != SynthesisSpec{}.seed);
    m_flow->window->close();
    m_flow = std::make_unique<testing::FlowWindow>();
    open();
    QVERIFY(page()->spec() == before);
    QCOMPARE(part<QLineEdit>("synthesisOut")->text(), file("made"));
}

/// What is out of sight is not decided by accident.
void TestFlowSynthesis::keysStayWithThePage()
{
    QVERIFY(QDir(m_folder->path()).mkdir("parts"));
    testing::writePart(file("parts/part.png"), 0);
    m_flow->session->openFolder(file("parts"));
    QTRY_VERIFY(part<Canvas>("canvas")->hasImage());
    openSmall();
    m_flow->window->activateWindow();
    preview()->setFocus();
    QTRY_VERIFY(preview()->hasFocus());
    auto *oneToOne = part<QAction>("oneToOne");
    QSignalSpy hidden(oneToOne, &QAction::triggered);
    QTest::keyClick(preview(), Qt::Key_1);
    QCOMPARE(hidden.count(), 0);
    QCOMPARE(preview()->view().scale(), 1.0);
    QTest::keyClick(preview(), Qt::Key_F);
    QVERIFY(preview()->view().scale() != 1.0);
    QTest::keyClick(preview(), Qt::Key_PageDown);
    QCOMPARE(part<QSpinBox>("synthesisNumber")->value(), 2);
    QTest::keyClick(m_flow->window.get(), Qt::Key_G, Qt::ControlModifier);
    QVERIFY(!page()->isVisible());
    QVERIFY(part<Canvas>("canvas")->isVisible());
}

/// From wherever one is in the page; a message goes first.
void TestFlowSynthesis::sectionsAndWritingHaveKeys()
{
    const QStringList names{"nextSection", "previousSection", "pageCommand"};
    for (const QString &name : names)
        QVERIFY(!part<QAction>(qPrintable(name))->isEnabled()); // images are in sight
    openSmall();
    m_flow->window->resize(1600, 1000);
    m_flow->window->activateWindow();
    QTRY_VERIFY(part<QWidget>("synthesisSurface")->hasFocus());
    const auto go = [&](Qt::KeyboardModifiers more = {}) {
        m_flow->press(Qt::Key_Tab, Qt::ControlModifier | more);
        const QWidget *now = QApplication::focusWidget();
        return now == nullptr || now->visibleRegion().isEmpty() ? QString() : now->objectName();
    };
    QStringList places;
    do
        places << go();
    while (places.last() != QLatin1String("synthesisSurface") && places.size() < 20);
    QCOMPARE(places.join(' '), QStringLiteral("defect_scratch impurity_water-stain ambiguous_stain-over-scratch "
                                              "synthesisSearch synthesisSubject synthesisPreview synthesisTrain "
                                              "synthesisWidth synthesisOut synthesisSurface"));
    m_flow->press(Qt::Key_Tab); // within a section it is still that one
    QCOMPARE(go(), QStringLiteral("defect_scratch"));
    QCOMPARE(go(Qt::ShiftModifier), QStringLiteral("synthesisSurface"));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier); // where? the folder is asked for
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("synthesisOut"));
    QVERIFY(part<QWidget>("synthesisWrite")->toolTip().endsWith("(Ctrl+Return)"));
    setOut(file("made"));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier); // before the folder was looked at
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("synthesisOpenProject")->isVisible(), 60000);
    QVERIFY(QFile::exists(file("made/stained/manifest.json")) || QFile::exists(file("made/manifest.json")));
    // A number that is still being typed is taken, wherever.
    auto *seed = part<QLineEdit>("synthesisSeed");
    seed->setFocus();
    seed->selectAll();
    QTest::keyClicks(seed, QStringLiteral("77"));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(page()->spec().seed, std::uint64_t{77});
    QTRY_VERIFY(m_flow->window->findChild<QAbstractButton *>("replaceAccept") != nullptr);
    part<QMessageBox>("replaceQuestion")->defaultButton()->click();
    QTRY_VERIFY(m_flow->window->findChild<QMessageBox *>("replaceQuestion") == nullptr);
    m_flow->window->activateWindow(); // again, for the question is closed
    part<QSpinBox>("synthesisWidth")->setFocus();
    QTRY_VERIFY(part<QSpinBox>("synthesisWidth")->hasFocus());
    part<QSpinBox>("synthesisWidth")->selectAll();
    QTest::keyClicks(part<QSpinBox>("synthesisWidth"), QStringLiteral("176"));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_flow->window->findChild<QAbstractButton *>("replaceAccept") != nullptr);
    QCOMPARE(page()->spec().widthPx, 176);
    for (const QString &name : names)
        for (const auto *other : m_flow->window->findChildren<QAction *>())
            QVERIFY2(other->objectName() == name ||
                         !other->shortcuts().contains(part<QAction>(qPrintable(name))->shortcut()),
                     qPrintable(other->objectName()));
}

void TestFlowSynthesis::escapeLeaves()
{
    m_flow->window->activateWindow();
    auto *filter = part<QLineEdit>("imageFilter");
    filter->setFocus();
    QTRY_VERIFY(filter->hasFocus());
    openSmall();
    click("group_scratch");
    for (const char *name : {"synthesisSurface", "synthesisSeed", "synthesisTrain", "synthesisOut", "defect_dent",
                             "synthesisPreview", "synthesisDice", "low_scratch.lengthMm"}) {
        part<QAction>("synthesis")->setChecked(true);
        part<QWidget>(name)->setFocus();
        QTest::keyClick(part<QWidget>(name), Qt::Key_Escape);
        QVERIFY2(!page()->isVisible(), name);
    }
    QTRY_VERIFY(filter->hasFocus()); // where one was
    open();
    emit page()->messaged({Message::Kind::Notice, QStringLiteral("said")});
    QCOMPARE(m_flow->said(), QStringLiteral("said"));
    QTest::keyClick(part<QWidget>("synthesisSurface"), Qt::Key_Escape);
    QTRY_VERIFY(m_flow->said().isEmpty());
    QVERIFY(page()->isVisible());
    QTest::keyClick(part<QWidget>("synthesisSurface"), Qt::Key_Escape);
    QVERIFY(!page()->isVisible());
}

void TestFlowSynthesis::bothImagesAreSeenWhole()
{
    openSmall();
    auto *real = part<Canvas>("synthesisReal");
    const auto whole = [](const Canvas *canvas) {
        return canvas->visibleArea() == QRect(QPoint(), canvas->view().imageSize());
    };
    testing::writePart(file("part.png"), 0); // larger than what is made
    page()->compareWith(file("part.png"));
    QTRY_VERIFY(real->hasImage());
    QVERIFY(whole(real) && whole(preview()));
    QCOMPARE(real->view().scale(), preview()->view().scale());
    m_flow->window->resize(m_flow->window->size() - QSize(120, 0));
    QTRY_VERIFY(whole(real) && whole(preview()));
    preview()->showOneToOne();
    preview()->zoomIn();
    const double zoomed = preview()->view().scale();
    click("synthesisDice");
    QTRY_VERIFY(text("synthesisCaption").contains("as it will be"));
    QCOMPARE(preview()->view().scale(), zoomed); // the next draw is looked at as the last
    QCOMPARE(real->view().scale(), zoomed);
    click("synthesisFit");
    QVERIFY(whole(real) && whole(preview()));
    QCOMPARE(real->view().scale(), preview()->view().scale());
}

void TestFlowSynthesis::theLayoutComesBack()
{
    auto *images = part<QDockWidget>("imageDock");
    auto *bar = part<QToolBar>("mainToolBar");
    QVERIFY(images->isVisible() && bar->isVisible());
    auto *progress = part<ReviewProgress>("reviewProgress");
    progress->show({1, 3, 0});
    QVERIFY(progress->isVisible());
    open();
    QVERIFY(images->isHidden() && bar->isHidden() && progress->isHidden());
    progress->show({2, 3, 0}); // of regions that are out of sight
    QVERIFY(progress->isHidden());
    QVERIFY(part<QLabel>("zoomLabel")->isHidden()); // of an image that is out of sight
    emit m_flow->window->storing();
    QVERIFY(!images->isHidden()); // the layout that is kept is the one without the page
    QCoreApplication::processEvents();
    QVERIFY(images->isHidden() && page()->isVisible());
    click("synthesisLeave");
    QVERIFY(images->isVisible() && bar->isVisible() && !page()->isVisible());
    QVERIFY(!part<QLabel>("zoomLabel")->isHidden() && progress->isVisible());
}

void TestFlowSynthesis::languageSwitches()
{
    openSmall();
    click("group_scratch");
    part<QAction>("language_de")->trigger();
    QTRY_COMPARE(part<QAbstractButton>("synthesisLeave")->text(), QStringLiteral("Zurück"));
    QCOMPARE(part<QCheckBox>("defect_crack")->text(), QStringLiteral("Riss"));
    part<QAction>("language_en")->trigger();
    QTRY_COMPARE(part<QCheckBox>("defect_crack")->text(), QStringLiteral("Crack"));
}

void TestFlowSynthesis::closesWhileItWorks()
{
    openSmall();
    part<QSpinBox>("synthesisTrain")->setValue(3000);
    setOut(file("made"));
    QTRY_VERIFY(part<QAbstractButton>("synthesisWrite")->isEnabled());
    click("synthesisWrite");
    QTRY_VERIFY(page()->runner().writing());
    click("synthesisDice");
    m_flow.reset();
    QVERIFY(QFile::exists(file("made/manifest.json")) || !QFile::exists(file("made")));
}

QTEST_MAIN(TestFlowSynthesis)
#include "tst_flow_synthesis.moc"
