#include "core/synthesis/scene.h"
#include "core/synthesis/spec_fields.h"
#include "ui/canvas/canvas.h"
#include "ui/synthesis/check_grid.h"
#include "ui/synthesis/preset_menu.h"
#include "ui/synthesis/range_panel.h"
#include "ui/synthesis/range_slider.h"
#include "ui/synthesis/synthesis_presets.h"
#include "ui/synthesis/synthesis_runner.h"
#include "ui/synthesis/synthesis_state.h"
#include "ui/synthesis/synthesis_words.h"
#include "ui/text/text.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>
#include <tuple>

using namespace patina;

/// The parts of the page of synthesis: scales of sliders, words, what is kept, and the runner of its jobs.
class TestUiSynthesis : public QObject
{
    Q_OBJECT
private slots:
    void sliderScalesAreWays_data();
    void sliderScalesAreWays();
    void keysMoveTheEndsOfASlider();
    void everyRangeHasWordsAndAField();
    void everyModelHasAName();
    void rangesThatAreNotTouchedKeepTheirDigits();
    void exactAreasAreBounded();
    void thePreviewIsTheImageOfTheDataSet();
    void aCoarsePictureHasTheSizeOfTheExactOne();
    void aPictureComesCoarseThenExact();
    void theNewestPictureWins();
    void aSpecificationThatCannotBeIsSaid();
    void writingIsCancelled();
    void aRunnerThatGoesWaits();
    void outlooks();
    void outlooksTellWhatIsLost();
    void outlooksBearADamagedPhoto();
    void aLargePhotoIsSeenInPart();
    void forecastsGrowWithTheCounts();
    void theStateIsKept();
    void aDamagedStateIsTheUsualOne();
    void presetsAreKept();
    void presetsAndFilesAreReplacedOnlyWhereThatIsWanted();
    void builtInPresetsCanBeMade();
    void refusalsNameFieldsAndNoOptions();
};

namespace {

SynthesisSpec small(int width = 160, int height = 120)
{
    SynthesisSpec spec;
    spec.widthPx = width;
    spec.heightPx = height;
    spec.mmPerPixel = 0.05;
    spec.counts = {2, 0, 1, 1, 0};
    return spec;
}

PreviewRequest request(const SynthesisSpec &spec, int number = 0)
{
    return {spec, {"scratch", {}, number}, true, 2};
}

} // namespace

void TestUiSynthesis::sliderScalesAreWays_data()
{
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("usual");
    QTest::newRow("even") << -180.0 << 180.0 << 90.0;
    QTest::newRow("magnitudes") << 0.01 << 500.0 << 9.0;
    QTest::newRow("near zero") << 0.0 << 1000.0 << 20.0;
}

void TestUiSynthesis::sliderScalesAreWays()
{
    QFETCH(double, lowest);
    QFETCH(double, highest);
    QFETCH(double, usual);
    const RangeScale scale(lowest, highest, usual);
    QCOMPARE(scale.valueAt(0.0), lowest);
    QCOMPARE(scale.valueAt(1.0), highest);
    QCOMPARE(scale.valueAt(2.0), highest);
    double before = lowest;
    for (int i = 1; i <= 50; ++i) {
        const double value = scale.valueAt(i / 50.0);
        QVERIFY(value >= before && scale.contains(value));
        QVERIFY(std::abs(scale.positionOf(value) - i / 50.0) < 0.01);
        before = value;
    }
    QVERIFY(scale.positionOf(usual) > 0.2); // not crammed at the end
}

void TestUiSynthesis::keysMoveTheEndsOfASlider()
{
    RangeSlider slider;
    slider.setScale(RangeScale(0.0, 100.0, 100.0));
    slider.setRange({20.0, 40.0});
    QSignalSpy moved(&slider, &RangeSlider::moved);
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(slider.range(), (Range{20.0, 41.0}));
    QTest::keyClick(&slider, Qt::Key_Down);
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(slider.range(), (Range{19.0, 41.0}));
    QTest::keyClick(&slider, Qt::Key_End); // takes the other end along
    QCOMPARE(slider.range(), (Range{100.0, 100.0}));
    QCOMPARE(moved.count(), 3);
}

void TestUiSynthesis::everyRangeHasWordsAndAField()
{
    SynthesisSpec spec;
    spec.defects.clear();
    for (const std::string_view name : synthesisDefects())
        spec.defects.emplace_back(name);
    spec.impurities.clear();
    for (const std::string_view name : synthesisImpurities())
        spec.impurities.emplace_back(name);
    std::size_t rows = 0;
    for (const std::string_view surface : synthesisSurfaces()) {
        spec.surface = surface;
        RangePanel panel;
        panel.setSpec(spec);
        for (auto *head : panel.findChildren<QAbstractButton *>(QRegularExpression("^group_")))
            head->setChecked(true);
        for (const auto &field : synthesis::rangeFields(spec.ranges)) {
            QVERIFY2(SynthesisWords::knowsRange(field.name), std::string(field.name).c_str());
            const QString name = QString::fromStdString(std::string(field.section) + "." + std::string(field.name));
            if (auto *row = panel.findChild<QWidget *>(QStringLiteral("range_") + name)) {
                ++rows;
                auto *low = row->findChild<QLineEdit *>(QStringLiteral("low_") + name);
                QVERIFY(low != nullptr && !low->accessibleName().isEmpty());
            }
        }
    }
    QVERIFY(rows > 6 * 100);
    QCOMPARE(SynthesisWords::unit("lengthMm"), QStringLiteral("mm"));
    QCOMPARE(SynthesisWords::unit("poresPerCm2"), QStringLiteral("per cm²"));
    QVERIFY(SynthesisWords::unit("depthToWidth").isEmpty());
}

void TestUiSynthesis::everyModelHasAName()
{
    auto names = synthesisSurfaces();
    for (const auto &more : {synthesisDefects(), synthesisImpurities(), synthesisAmbiguities()})
        names.insert(names.end(), more.begin(), more.end());
    for (const std::string_view name : names) {
        const QString word = SynthesisWords::model(name);
        QVERIFY2(!word.isEmpty() && word[0].isUpper(), std::string(name).c_str());
    }
    QCOMPARE(modelOfSection("milledParallel"), std::string("milled-parallel"));
    QCOMPARE(modelOfSection("pore-cluster"), std::string("pore-cluster"));
}

void TestUiSynthesis::rangesThatAreNotTouchedKeepTheirDigits()
{
    SynthesisSpec spec = small();
    spec.ranges.scratch.lengthMm = {1.0 / 3.0, 2.0 / 3.0};
    RangePanel panel;
    panel.setSpec(spec);
    panel.unfold("scratch");
    auto *high = panel.findChild<QLineEdit *>(QStringLiteral("high_scratch.lengthMm"));
    QVERIFY(high != nullptr);
    QTest::keyClick(high, Qt::Key_Return);
    QCOMPARE(panel.ranges().scratch.lengthMm.high, 2.0 / 3.0);
    high->setText(QStringLiteral("0.7"));
    QTest::keyClick(high, Qt::Key_Return);
    QCOMPARE(panel.ranges().scratch.lengthMm, (Range{1.0 / 3.0, 0.7}));
}

void TestUiSynthesis::exactAreasAreBounded()
{
    QCOMPARE(exactAreaFor({1024, 768}, {10, 10, 20, 20}), QRect(0, 0, 1024, 768));
    QCOMPARE(exactAreaFor({6000, 4000}, {100, 50, 1000, 700}), QRect(100, 50, 1000, 700));
    QVERIFY(exactAreaFor({6000, 4000}, {0, 0, 6000, 4000}).isEmpty());
}

/// Pixel by pixel what writeDataset() writes.
void TestUiSynthesis::thePreviewIsTheImageOfTheDataSet()
{
    const SynthesisSpec spec = small();
    const auto picture = exactPreview(request(spec), {}, {}, {});
    QVERIFY(picture);
    const auto scene = synthesis::createScene(spec, synthesis::imageSeedOf(spec.seed, "test/scratch", 0), "scratch");
    const auto whole = synthesis::renderScene(scene, SynthesisVersion::Stained, {});
    QVERIFY(whole);
    QCOMPARE(cv::norm(picture->pixels, whole->stained, cv::NORM_INF), 0.0);
    const auto part = synthesis::renderArea(scene, SynthesisVersion::Stained, {31, 17, 77, 64}, 2, {});
    QVERIFY(part);
    QCOMPARE(cv::norm(part->stained, whole->stained(cv::Rect(31, 17, 77, 64)), cv::NORM_INF), 0.0);
    QCOMPARE(picture->exactArea, QRect(0, 0, 160, 120));
}

void TestUiSynthesis::aCoarsePictureHasTheSizeOfTheExactOne()
{
    const SynthesisSpec spec = small(701, 333);
    const auto coarse = coarsePreview(request(spec), 3, {});
    QVERIFY(coarse);
    QCOMPARE(coarse->image->size(), QSize(701, 333));
    QVERIFY(coarse->exactArea.isEmpty());
    const auto exact = exactPreview(request(spec), coarse->pixels, {}, {});
    QVERIFY(exact);
    const auto centre = [](const PreviewPicture &picture) {
        for (const PreviewMark &mark : picture.marks)
            if (mark.className == "scratch")
                return mark.mark.outline.boundingRect().center();
        return QPointF();
    };
    const QPointF way = centre(*coarse) - centre(*exact);
    QVERIFY2(std::hypot(way.x(), way.y()) < 30.0, qPrintable(QStringLiteral("%1 %2").arg(way.x()).arg(way.y())));
}

void TestUiSynthesis::aPictureComesCoarseThenExact()
{
    SynthesisRunner runner;
    std::vector<bool> exact;
    connect(&runner, &SynthesisRunner::previewed, this,
            [&](const Previewed &previewed) { exact.push_back(previewed.exact()); });
    QSignalSpy pace(&runner, &SynthesisRunner::paceKnown);
    runner.preview(request(small(1024, 768)), {});
    QTRY_VERIFY_WITH_TIMEOUT(exact.size() == 2, 30000);
    QVERIFY(!exact[0] && exact[1]);
    QTRY_VERIFY(pace.count() == 1 && runner.pace()->bytesPerPx > 0.1 && runner.pace()->renderedPxPerS > 0.0);
    QTRY_VERIFY(runner.idle());
}

void TestUiSynthesis::theNewestPictureWins()
{
    SynthesisRunner runner;
    std::vector<Previewed> shown;
    connect(&runner, &SynthesisRunner::previewed, this,
            [&](const Previewed &previewed) { shown.push_back(previewed); });
    for (int i = 0; i < 40; ++i)
        runner.preview(request(small(512, 384), i), {});
    QTRY_VERIFY_WITH_TIMEOUT(!shown.empty() && shown.back().exact() && !runner.previewing(), 30000);
    QVERIFY(shown.size() <= 4); // not forty
    const auto last = exactPreview(request(small(512, 384), 39), {}, {}, {});
    QCOMPARE(cv::norm(shown.back().picture.pixels, last->pixels, cv::NORM_INF), 0.0);
}

void TestUiSynthesis::aSpecificationThatCannotBeIsSaid()
{
    SynthesisRunner runner;
    std::optional<Error> said;
    connect(&runner, &SynthesisRunner::previewFailed, this, [&](const Error &error) { said = error; });
    SynthesisSpec spec = small();
    spec.surface = "exemplar";
    spec.exemplar.images = {{"/nowhere/a.png", std::string(64, '0')}};
    runner.preview(request(spec), {});
    QTRY_VERIFY(said.has_value());
    QCOMPARE(said->code, ErrorCode::NotFound);
    runner.preview(request(small()), {});
    QSignalSpy previewed(&runner, &SynthesisRunner::previewed);
    QTRY_VERIFY(previewed.count() > 0);
}

void TestUiSynthesis::writingIsCancelled()
{
    const QTemporaryDir folder;
    SynthesisRunner runner;
    std::optional<Answer<SynthesisSummary>> answer;
    connect(&runner, &SynthesisRunner::written, this,
            [&](const Answer<SynthesisSummary> &summary) { answer = summary; });
    QSignalSpy progress(&runner, &SynthesisRunner::writeProgressed);
    SynthesisSpec spec = small();
    spec.counts.train = 5000;
    const auto out = std::filesystem::path(folder.path().toStdString()) / "made";
    runner.write(spec, out);
    runner.write(spec, out); // one at a time
    QTRY_VERIFY(progress.count() > 1);
    runner.cancelWriting();
    QVERIFY(runner.stopping());
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().code, ErrorCode::Cancelled);
    QCOMPARE(datasetOutlook(out, spec, {})->kind, DatasetOutlook::Kind::Unfinished);
    spec.counts.train = 1;
    answer.reset();
    runner.write(spec, out);
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30000);
    QVERIFY(*answer);
    QCOMPARE((*answer)->images, imageFilesOf(spec));
    QCOMPARE(datasetOutlook(out, spec, {})->kind, DatasetOutlook::Kind::Finished);
}

void TestUiSynthesis::aRunnerThatGoesWaits()
{
    const QTemporaryDir folder;
    SynthesisSpec spec = small();
    spec.counts.train = 5000;
    auto runner = std::make_unique<SynthesisRunner>();
    bool told = false;
    connect(runner.get(), &SynthesisRunner::written, this, [&] { told = true; });
    runner->write(spec, std::filesystem::path(folder.path().toStdString()) / "made");
    runner->preview(request(small(2000, 1500)), {});
    runner.reset();
    QVERIFY(!told);
}

void TestUiSynthesis::outlooks()
{
    const QTemporaryDir folder;
    const std::filesystem::path path(folder.path().toStdString());
    QCOMPARE(datasetOutlook(path, small(), {})->kind, DatasetOutlook::Kind::Free);
    const auto fresh = datasetOutlook(path / "a/b/c", small(), {});
    QCOMPARE(fresh->kind, DatasetOutlook::Kind::Free);
    QVERIFY(fresh->freeBytes > 0 && fresh->possible());
    QFile lock(folder.filePath(QStringLiteral("synth-lock"))); // of a run that was killed
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QCOMPARE(datasetOutlook(path, small(), {})->kind, DatasetOutlook::Kind::Free);
    QFile file(folder.filePath(QStringLiteral("letter")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(datasetOutlook(path, small(), {})->kind, DatasetOutlook::Kind::Foreign);
    QCOMPARE(datasetOutlook(path / "letter", small(), {})->kind, DatasetOutlook::Kind::NoFolder);
    QCOMPARE(datasetOutlook(path / "letter/x", small(), {})->kind, DatasetOutlook::Kind::NoFolder);
}

void TestUiSynthesis::outlooksTellWhatIsLost()
{
    using Origin = DatasetOutlook::Origin;
    const QTemporaryDir folder;
    const auto out = std::filesystem::path(folder.path().toStdString()) / "made";
    SynthesisSpec spec = small(64, 64);
    QVERIFY(writeDataset(spec, out, {}, {}));
    const auto look = [&] {
        const DatasetOutlook outlook = datasetOutlook(out, spec, {}).value_or(DatasetOutlook{});
        return std::tuple(outlook.origin, outlook.kept, outlook.lost);
    };
    const std::int64_t all = imageFilesOf(spec);
    QVERIFY(look() == std::tuple(Origin::Same, all, 0));
    spec.counts.train = 3;
    QVERIFY(look() == std::tuple(Origin::Same, all, 0));
    spec.counts.train = 1;
    QVERIFY(look() == std::tuple(Origin::Same, all - 2, 2));
    spec.defects.emplace_back("dent"); // beside what is there
    QVERIFY(look() == std::tuple(Origin::Same, all - 2, 2));
    spec.counts.train = 2;
    QVERIFY(look() == std::tuple(Origin::Same, all, 0));
    spec.ranges.scratch.widthUm = {20.0, 20.0}; // good parts stay
    QVERIFY(look() == std::tuple(Origin::OtherSpec, all - 2, 2));
    spec.seed = 2;
    QVERIFY(look() == std::tuple(Origin::OtherSpec, 0, all));
    spec = small(64, 64);
    QFile manifest(folder.filePath(QStringLiteral("made/manifest.json")));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QByteArray text = manifest.readAll();
    manifest.close();
    for (const char *kind : {"good", "scratch"})
        text.replace(QByteArray("\"") + kind + "\": \"", QByteArray("\"") + kind + "\": \"0");
    QVERIFY(manifest.open(QIODevice::WriteOnly | QIODevice::Truncate));
    manifest.write(text);
    manifest.close();
    QVERIFY(look() == std::tuple(Origin::OtherProgram, 0, all));
}

void TestUiSynthesis::outlooksBearADamagedPhoto()
{
    const QTemporaryDir folder;
    const QString photo = folder.filePath(QStringLiteral("photo.png"));
    const auto out = std::filesystem::path(folder.path().toStdString()) / "made";
    SynthesisSpec spec = small(64, 64);
    QVERIFY(writeDataset(spec, out, {}, {}));
    QImage noise(320, 240, QImage::Format_Grayscale8);
    for (int y = 0; y < noise.height(); ++y)
        for (int x = 0; x < noise.width(); ++x)
            noise.setPixel(x, y, qRgb((x * x + y * y * 7) % 251, 0, 0));
    QVERIFY(noise.save(photo));
    QFile file(photo);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(2000));
    file.write("damaged");
    file.close();
    const std::vector<std::filesystem::path> paths{photo.toStdString()};
    spec.surface = "exemplar";
    spec.exemplar = synthesis::chooseExemplar(paths, ExemplarBase::Photo, cv::Size(64, 64), {})->spec;
    const auto outlook = datasetOutlook(out, spec, {});
    QVERIFY(outlook && outlook->kind == DatasetOutlook::Kind::Finished);
    QCOMPARE(writeDataset(spec, out, {}, {}).error().code, ErrorCode::Unreadable);
    const auto seen = exactPreview(request(spec), {}, {}, {});
    QVERIFY(!seen);
    QCOMPARE(seen.error().code, ErrorCode::Unreadable);
    QVERIFY2(seen.error().detail.find("photo.png") != std::string::npos, seen.error().detail.c_str());
}

void TestUiSynthesis::aLargePhotoIsSeenInPart()
{
    const QTemporaryDir folder;
    QImage photo(2600, 2400, QImage::Format_Grayscale8);
    photo.fill(120);
    QVERIFY(photo.save(folder.filePath(QStringLiteral("photo.bmp"))));
    const std::vector<std::filesystem::path> paths{folder.filePath(QStringLiteral("photo.bmp")).toStdString()};
    SynthesisSpec spec = small(2600, 2400);
    spec.surface = "exemplar";
    spec.exemplar = synthesis::chooseExemplar(paths, ExemplarBase::Photo, cv::Size(2600, 2400), {})->spec;
    spec.impurities.clear();
    SynthesisRunner runner;
    std::optional<PreviewPicture> picture;
    std::optional<Error> failed;
    connect(&runner, &SynthesisRunner::previewed, this,
            [&](const Previewed &previewed) { picture = previewed.picture; });
    connect(&runner, &SynthesisRunner::previewFailed, this, [&](const Error &error) { failed = error; });
    PreviewRequest wanted = request(spec);
    wanted.stained = false;
    runner.preview(wanted, {});
    QTRY_VERIFY_WITH_TIMEOUT(picture.has_value() || failed.has_value(), 60000);
    QVERIFY2(picture.has_value(), failed ? failed->detail.c_str() : "");
    const QSize size = picture->image->size();
    QVERIFY(qint64{size.width()} * size.height() <= kMostExactPixels && size.width() > 2400);
    QCOMPARE(picture->exactArea, QRect(QPoint(), size));
    QTRY_VERIFY(runner.idle());
}

void TestUiSynthesis::forecastsGrowWithTheCounts()
{
    const SynthesisPace pace{1e6, 4e6, 2.0};
    SynthesisSpec spec = small(1000, 1000);
    spec.version = SynthesisVersion::Clean;
    spec.counts = {10, 0, 0, 0, 0};
    const auto ten = forecastOf(spec, pace);
    QCOMPARE(ten.bytes, std::int64_t{20'000'000});
    QCOMPARE(ten.ms, std::int64_t{12'500});
    spec.counts.train = 20;
    QCOMPARE(forecastOf(spec, pace).bytes, 2 * ten.bytes);
    spec.version = SynthesisVersion::Both;
    QCOMPARE(imageFilesOf(spec), std::int64_t{40});
    QVERIFY(forecastOf(spec, pace).ms < 4 * ten.ms);
}

void TestUiSynthesis::theStateIsKept()
{
    const QTemporaryDir folder;
    SynthesisState state;
    state.spec = small();
    state.spec.seed = 18446744073709551615ULL;
    state.spec.ranges.dent.diameterMm = {0.1, 1.0 / 3.0};
    state.out = QStringLiteral("/data/ä b");
    state.stained = false;
    QVERIFY(saveSynthesisState(state, folder.filePath(QStringLiteral("new"))));
    QVERIFY(loadSynthesisState(folder.filePath(QStringLiteral("new"))) == state);
    QVERIFY(!saveSynthesisState(state, QStringLiteral("/proc/new")));
}

void TestUiSynthesis::aDamagedStateIsTheUsualOne()
{
    const QTemporaryDir folder;
    QVERIFY(loadSynthesisState(folder.path()) == SynthesisState{});
    QFile file(folder.filePath(QStringLiteral("page.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"spec": {"surface": "wood"}, "out": 7, "like": "/a"})");
    file.close();
    const SynthesisState state = loadSynthesisState(folder.path());
    QVERIFY(state.spec == SynthesisState::usual());
    QVERIFY(state.out.isEmpty());
    QCOMPARE(state.like, QStringLiteral("/a"));
}

void TestUiSynthesis::presetsAreKept()
{
    const QTemporaryDir folder;
    const SynthesisPresets presets(folder.filePath(QStringLiteral("presets")));
    QVERIFY(presets.names().isEmpty());
    QVERIFY(presets.keep(QStringLiteral("line 3"), small()));
    QCOMPARE(presets.names(), QStringList{QStringLiteral("line 3")});
    QVERIFY(*presets.read(QStringLiteral("line 3")) == small());
    for (const char *name : {"", "../x", ".x", "a/b"})
        QVERIFY(!presets.keep(QLatin1String(name), small()));
    QVERIFY(presets.remove(QStringLiteral("line 3")));
    QVERIFY(!presets.read(QStringLiteral("line 3")));
}

void TestUiSynthesis::presetsAndFilesAreReplacedOnlyWhereThatIsWanted()
{
    const QTemporaryDir folder;
    const SynthesisPresets presets(folder.path());
    PresetMenu menu(folder.path());
    const auto answer = [&](bool replace) {
        auto *box = menu.findChild<QMessageBox *>(QStringLiteral("replaceQuestion"));
        if (box == nullptr || box->defaultButton() != box->button(QMessageBox::Cancel))
            return false;
        QAbstractButton *yes = box->findChild<QAbstractButton *>(QStringLiteral("replaceAccept"));
        (replace ? yes : box->button(QMessageBox::Cancel))->click();
        delete box;
        return true;
    };
    const QString name = QStringLiteral("line 3");
    menu.keep(name, small());
    QVERIFY(!answer(true)); // nothing to ask
    menu.keep(name, small(200, 100));
    QVERIFY(answer(false));
    QVERIFY(*presets.read(name) == small());
    menu.keep(name, small(200, 100));
    QVERIFY(answer(true));
    QVERIFY(*presets.read(name) == small(200, 100));

    QSignalSpy wanted(&menu, &PresetMenu::saveWanted);
    menu.save(folder.filePath(QStringLiteral("new")));
    QCOMPARE(wanted.takeFirst().at(0).toString(), folder.filePath(QStringLiteral("new.json")));
    menu.save(folder.filePath(name));
    QCOMPARE(wanted.count(), 0);
    QVERIFY(answer(false));
    QCOMPARE(wanted.count(), 0);
    menu.save(folder.filePath(name));
    QVERIFY(answer(true));
    QCOMPARE(wanted.takeFirst().at(0).toString(), folder.filePath(QStringLiteral("line 3.json")));
}

void TestUiSynthesis::builtInPresetsCanBeMade()
{
    std::set<std::string> surfaces;
    for (const auto &preset : SynthesisPresets::builtIn()) {
        QVERIFY2(validate(preset.spec), qPrintable(preset.name));
        surfaces.insert(preset.spec.surface);
    }
    QCOMPARE(surfaces.size(), synthesisSurfaces().size() - 1); // but for the one that is like real images
}

void TestUiSynthesis::refusalsNameFieldsAndNoOptions()
{
    SynthesisSpec spec = small();
    spec.surface = "exemplar";
    const auto unnamed = exactPreview(request(spec), {}, {}, {});
    const QString none = Text::windowError(unnamed.error());
    QVERIFY2(!none.contains("--") && none.contains("choose real images"), qPrintable(none));
    const auto empty = synthesis::chooseExemplar({}, ExemplarBase::Photo, std::nullopt, {});
    const QString noImages = Text::windowError(empty.error());
    QVERIFY2(!noImages.contains("--") && noImages.contains("there are no good images"), qPrintable(noImages));
    spec.exemplar.images = {{"/nowhere/a.png", std::string(64, '0')}};
    const auto gone = exactPreview(request(spec), {}, {}, {});
    const QString lost = Text::windowError(gone.error());
    QVERIFY2(!lost.contains("--") && lost.contains("choose the images anew"), qPrintable(lost));
}

QTEST_MAIN(TestUiSynthesis)
#include "tst_ui_synthesis.moc"
