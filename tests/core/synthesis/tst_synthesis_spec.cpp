#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/portable_math.h"
#include "core/synthesis/spec_fields.h"
#include "core/synthesis/synthesis_spec.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace patina;
using namespace patina::synthesis;

class TestSynthesisSpec : public QObject
{
    Q_OBJECT

private slots:
    void defaultsAreValid();
    void writtenThenReadIsTheSame();
    void missingFieldsKeepTheirDefaults();
    void everyRangeIsChecked();
    void wrongSpecifications_data();
    void wrongSpecifications();
    void placesAreBounded();
    void damagedTextNeverCrashes();
    void filesAreRead();
    void manifestsOfManyImagesAreRead();
    void countsAddUp();
    void portableFunctionsAgreeWithTheLibrary();
    void drawsStayInTheirRanges();
};

void TestSynthesisSpec::defaultsAreValid()
{
    QVERIFY(validate(SynthesisSpec{}).has_value());
}

void TestSynthesisSpec::writtenThenReadIsTheSame()
{
    SynthesisSpec spec;
    spec.light = LightKind::Ring;
    spec.version = SynthesisVersion::Stained;
    spec.counts = {3, 1, 4, 1};
    spec.widthPx = 333;
    spec.heightPx = 77;
    spec.mmPerPixel = 0.0137;
    spec.seed = 18446744073709551615ULL;
    spec.places["pit"] = {{0.0, 1.0}, {0.25, 0.125}};
    for (const RangeField &field : rangeFields(spec.ranges)) {
        *field.range = {field.lowest + 0.25 * (field.highest - field.lowest),
                        field.lowest + 0.5 * (field.highest - field.lowest)};
    }
    const auto read = specFromJson(toJson(spec).dump());
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(*read == spec, true);
}

void TestSynthesisSpec::missingFieldsKeepTheirDefaults()
{
    const auto read = specFromJson(R"({"seed": 7, "ranges": {"scratch": {"lengthMm": [1, 2], "bendDeg": 3}}})");
    QVERIFY(read.has_value());
    SynthesisSpec expected;
    expected.seed = 7;
    expected.ranges.scratch.lengthMm = {1.0, 2.0};
    expected.ranges.scratch.bendDeg = {3.0, 3.0};
    QVERIFY(*read == expected);
}

void TestSynthesisSpec::everyRangeIsChecked()
{
    SynthesisSpec spec;
    for (const RangeField &field : rangeFields(spec.ranges)) {
        const Range before = *field.range;
        const double step = 0.01 * (field.highest - field.lowest);
        const double nan = std::nan("");
        for (const Range bad :
             {Range{field.lowest - step, field.highest}, Range{field.lowest, field.highest + step},
              Range{field.highest, field.lowest}, Range{nan, field.highest}, Range{field.lowest, nan}}) {
            *field.range = bad;
            const auto checked = validate(spec);
            QVERIFY(!checked.has_value());
            QCOMPARE(checked.error().code, ErrorCode::BadArgument);
            const std::string name = std::string(field.section) + "." + std::string(field.name);
            QVERIFY2(checked.error().detail.find(name) != std::string::npos, checked.error().detail.c_str());
        }
        *field.range = before;
    }
}

void TestSynthesisSpec::wrongSpecifications_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const char *text, ErrorCode code, const char *named) {
        QTest::newRow(name) << QByteArray(text) << static_cast<int>(code) << QByteArray(named);
    };
    row("empty", "", ErrorCode::BadFormat, "specification");
    row("not JSON", "{", ErrorCode::BadFormat, "specification");
    row("a list", "[]", ErrorCode::BadFormat, "object");
    row("unknown field", R"({"sed": 1})", ErrorCode::BadFormat, "'sed'");
    row("unknown range", R"({"ranges": {"scratch": {"widthMm": 1}}})", ErrorCode::BadFormat, "ranges.scratch.widthMm");
    row("unknown section", R"({"ranges": {"bump": {}}})", ErrorCode::BadFormat, "ranges.bump");
    row("unknown count", R"({"counts": {"trian": 1}})", ErrorCode::BadFormat, "counts.trian");
    row("text for a number", R"({"mmPerPixel": "1"})", ErrorCode::BadFormat, "mmPerPixel");
    row("fraction for a count", R"({"counts": {"train": 1.5}})", ErrorCode::BadFormat, "counts.train");
    row("three ends", R"({"ranges": {"scratch": {"lengthMm": [1, 2, 3]}}})", ErrorCode::BadFormat,
        "ranges.scratch.lengthMm");
    row("negative seed", R"({"seed": -1})", ErrorCode::BadFormat, "seed");
    row("other format", R"({"format": "else"})", ErrorCode::BadFormat, "format");
    row("later format", R"({"formatVersion": 3})", ErrorCode::VersionMismatch, "formatVersion");
    row("unknown surface", R"({"surface": "velvet"})", ErrorCode::BadArgument, "velvet");
    row("unknown defect", R"({"defects": ["hole"]})", ErrorCode::BadArgument, "hole");
    row("defect twice", R"({"defects": ["scratch", "scratch"]})", ErrorCode::BadArgument, "twice");
    row("unknown impurity", R"({"impurities": ["jam"]})", ErrorCode::BadArgument, "jam");
    row("unknown light", R"({"light": "sun"})", ErrorCode::BadArgument, "sun");
    row("unknown version", R"({"version": "dirty"})", ErrorCode::BadArgument, "dirty");
    row("stained by nothing", R"({"impurities": [], "version": "stained"})", ErrorCode::BadArgument, "impurities");
    row("defects of no class", R"({"defects": []})", ErrorCode::BadArgument, "counts.testDefect");
    row("no images", R"({"counts": {"train": 0, "testGood": 0, "testDefect": 0}})", ErrorCode::BadArgument, "counts");
    row("negative count", R"({"counts": {"train": -1}})", ErrorCode::BadArgument, "counts.train");
    row("huge count", R"({"counts": {"train": 99999999999999999999}})", ErrorCode::BadFormat, "counts.train");
    row("tiny", R"({"size": {"width": 10}})", ErrorCode::BadArgument, "size.width");
    row("vast", R"({"size": {"height": 99999999999}})", ErrorCode::BadArgument, "size.height");
    row("no scale", R"({"mmPerPixel": 0})", ErrorCode::BadArgument, "mmPerPixel");
    row("places of nothing", R"({"places": {"hole": [[0.5, 0.5]]}})", ErrorCode::BadArgument, "hole");
    row("no place", R"({"places": {"pit": []}})", ErrorCode::BadArgument, "places.pit has 0 places; it may have 1 to");
    row("place beside the image", R"({"places": {"pit": [[0.5, 1.5]]}})", ErrorCode::BadArgument, "[0.5, 1.5]");
    row("half a place", R"({"places": {"pit": [[0.5]]}})", ErrorCode::BadFormat, "places.pit");
    row("places in a list", R"({"places": [[0.5, 0.5]]})", ErrorCode::BadFormat, "places");
    row("reversed range", R"({"ranges": {"scratch": {"lengthMm": [2, 1]}}})", ErrorCode::BadArgument,
        "ranges.scratch.lengthMm");
}

void TestSynthesisSpec::placesAreBounded()
{
    SynthesisSpec spec;
    spec.places["crack"].assign(mostDefectPlaces, {0.5, 0.5});
    QVERIFY(validate(spec).has_value());
    spec.places["crack"].push_back({0.5, 0.5});
    QCOMPARE(validate(spec).error().code, ErrorCode::BadArgument);
    spec.places["crack"] = {{std::nan(""), 0.5}};
    QCOMPARE(validate(spec).error().code, ErrorCode::BadArgument);
}

void TestSynthesisSpec::wrongSpecifications()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QByteArray, named);
    const auto read = specFromJson(text.toStdString());
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().detail.find(named.toStdString()) != std::string::npos, read.error().detail.c_str());
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void TestSynthesisSpec::damagedTextNeverCrashes()
{
    const std::string text = toJson(SynthesisSpec{}).dump();
    for (std::size_t length = 0; length < text.size(); length += 3)
        QVERIFY(!specFromJson(text.substr(0, length)).has_value());
    int refused = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string damaged = text;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
        const auto read = specFromJson(damaged);
        refused += read ? 0 : 1;
        if (read)
            QVERIFY(validate(*read).has_value());
    }
    QVERIFY(refused > static_cast<int>(text.size() / 2));
}

void TestSynthesisSpec::filesAreRead()
{
    QTemporaryDir folder;
    const auto path = [&](const char *name) { return std::filesystem::path(folder.filePath(name).toStdString()); };
    QCOMPARE(readSpec(path("missing.json")).error().code, ErrorCode::NotFound);
    QVERIFY(!readSpec(std::filesystem::path(folder.path().toStdString())).has_value());
    SynthesisSpec spec;
    spec.seed = 99;
    QFile file(folder.filePath("manifest.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(nlohmann::ordered_json{{"spec", toJson(spec)}, {"images", 1}}.dump()));
    file.close();
    const auto read = readSpec(path("manifest.json"));
    QVERIFY(read.has_value());
    QVERIFY(*read == spec);
}

/// Of a million images: what is read of it does not grow with them.
void TestSynthesisSpec::manifestsOfManyImagesAreRead()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("manifest.json").toStdString();
    SynthesisSpec spec;
    spec.seed = 99;
    const auto writeLarge = [&](const std::string &head) {
        std::ofstream stream(file);
        stream << head << R"("images":[[1])";
        const std::string entry = ",{\"path\":\"" + std::string(4096, 'a') + "\"}";
        for (int i = 0; i < (65 << 20) / 4096; ++i)
            stream << entry;
        stream << "]}";
    };
    writeLarge(R"({"format":"patina-synthetic-dataset","spec":)" + toJson(spec).dump() + ",");
    const auto read = readSpec(file);
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QVERIFY(*read == spec);
    writeLarge("{");
    const auto refused = readSpec(file);
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    QVERIFY2(refused.error().detail.find("is no manifest") != std::string::npos, refused.error().detail.c_str());
    QVERIFY(refused.error().detail.size() < 400);
}

void TestSynthesisSpec::countsAddUp()
{
    QVERIFY(splitCounts(48, 1) == (SynthesisCounts{24, 0, 10, 14}));
    QVERIFY(splitCounts(10, 8) == (SynthesisCounts{1, 0, 1, 1}));
    for (int classes = 0; classes < 9; ++classes)
        for (int total = 1; total < 200; ++total) {
            const auto counts = splitCounts(total, classes);
            if (classes > 0 && total < classes + 2) {
                QCOMPARE(counts.error().code, ErrorCode::BadArgument);
                QVERIFY(counts.error().detail.find("ask for " + std::to_string(classes + 2)) != std::string::npos);
                continue;
            }
            QVERIFY(counts->train >= 1 && counts->testGood <= std::max(1, counts->train));
            QVERIFY((classes == 0) == (counts->testDefect == 0));
            QVERIFY(classes == 0 || counts->testGood >= 1);
            QCOMPARE(counts->train + counts->testGood + classes * counts->testDefect, total);
        }
}

void TestSynthesisSpec::portableFunctionsAgreeWithTheLibrary()
{
    for (int i = -400; i <= 400; ++i) {
        const double x = 0.173 * i;
        const SineCosine direction = sineCosineTurns(x);
        QVERIFY(std::abs(direction.sine - std::sin(2.0 * pi * x)) < 1e-12);
        QVERIFY(std::abs(direction.cosine - std::cos(2.0 * pi * x)) < 1e-12);
        QVERIFY(std::abs(exponential(x) / std::exp(x) - 1.0) < 1e-12);
        QVERIFY(std::abs(logarithm(std::exp(x)) - x) < 1e-11);
        if (x <= 0.0)
            QVERIFY(std::abs(fastExp(static_cast<float>(x)) - std::exp(static_cast<float>(x))) <=
                    2e-5F * std::exp(static_cast<float>(x)));
    }
    QCOMPARE(exponential(-1000.0), 0.0);
    QCOMPARE(fastExp(-1000.0F), 0.0F);
}

void TestSynthesisSpec::drawsStayInTheirRanges()
{
    CounterRandom random(5);
    double sum = 0.0;
    double squares = 0.0;
    constexpr int draws = 20000;
    for (int i = 0; i < draws; ++i) {
        const double u = random.in({2.0, 3.0});
        QVERIFY(u >= 2.0 && u < 3.0);
        const double l = random.logIn({0.5, 8.0});
        QVERIFY(l >= 0.5 && l <= 8.0 * (1.0 + 1e-12));
        const int whole = random.wholeIn({1.0, 3.0});
        QVERIFY(whole >= 1 && whole <= 3);
        const auto g = static_cast<double>(pixelGaussian(random.next()));
        sum += g;
        squares += g * g;
    }
    QVERIFY(std::abs(sum / draws) < 0.03);
    QVERIFY(std::abs(squares / draws - 1.0) < 0.04);
}

QTEST_APPLESS_MAIN(TestSynthesisSpec)
#include "tst_synthesis_spec.moc"
