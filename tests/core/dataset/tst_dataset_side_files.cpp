#include "core/dataset/csv.h"
#include "core/dataset/side_files.h"
#include "core/dataset/text_file.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <fmt/format.h>
#include <rapidcheck.h>

using namespace patina;
using Kind = DatasetProblem::Kind;

namespace {

const std::string goodLabels = R"({"classes":[{"name":"water-stain","kind":"impurity","colour":"#00f"},
    {"name":"scratch"}, {"name":"odd","kind":"ambiguous"}]})";

/// A field from an alphabet of all that makes CSV hard.
rc::Gen<std::string> hardField()
{
    return rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab ,\"\r\n;\t")));
}

std::string asCsv(const std::vector<std::vector<std::string>> &rows, const std::string &lineEnd)
{
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i == 0 ? "" : ",") + csvField(row[i]);
        text += lineEnd;
    }
    return text;
}

Dataset threeImages()
{
    Dataset dataset;
    for (const char *id : {"train/good/a.png", "train/good/b.png", "test/good/b.png"})
        dataset.images.push_back({id, std::filesystem::path("/root") / id, Split::Train, "good", {}, id});
    return dataset;
}

} // namespace

class TestDatasetSideFiles : public QObject
{
    Q_OBJECT

private slots:
    void csvWritesAndReadsBack()
    {
        QVERIFY(rc::check("what csvField writes, parseCsv reads", [] {
            const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(
                rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(hardField()))));
            const std::string lineEnd = *rc::gen::element(std::string("\n"), std::string("\r\n"));
            const auto parsed = parseCsv(asCsv(rows, lineEnd));
            RC_ASSERT(parsed.has_value());
            RC_ASSERT(parsed->size() == rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                RC_ASSERT((*parsed)[i].fields == rows[i]);
        }));
    }

    void csvNeverFailsToEnd()
    {
        QVERIFY(rc::check("any text is read or refused", [](const std::string &text) {
            const auto parsed = parseCsv(text);
            RC_ASSERT(parsed.has_value() || parsed.error().code == ErrorCode::BadFormat);
        }));
    }

    void csvRefuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("open quote") << QByteArray("a,b\n\"c,d\ne,f\n") << "line 2: a quote is opened";
        QTest::newRow("text after quote") << QByteArray("a\n\"b\"c\n") << "line 2: text after";
        QTest::newRow("bare quote") << QByteArray("a\"b\n") << "line 1: a quote inside";
    }

    void csvRefuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto parsed = parseCsv(text.toStdString());
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().detail.starts_with(says.toStdString()), parsed.error().detail.c_str());
    }

    void csvOfManyFieldsIsRefused()
    {
        const std::string fields(8'000'000, ',');
        QCOMPARE(parseCsv(fields).error().code, ErrorCode::TooLarge);
        QCOMPARE(parseCsv(fields.substr(1))->front().fields.size(), std::size_t{8'000'000});
    }

    void csvTableChecksItsForm()
    {
        const SampleFolder folder;
        folder.text("t.csv", "\xEF\xBB\xBFimage,extra,group\n\na,1,g\n");
        const auto table = readCsvTable(folder.path() / "t.csv", {"image", "group"});
        QVERIFY(table);
        QCOMPARE(table->column("group"), 2);
        QCOMPARE(table->column("nothing"), -1);
        QCOMPARE(table->rows.size(), std::size_t{1});
        QCOMPARE(table->rows[0].line, std::int64_t{3});
        folder.text("t.csv", "image,group\na\n");
        QCOMPARE(readCsvTable(folder.path() / "t.csv", {"image"}).error().code, ErrorCode::BadFormat);
        folder.text("t.csv", "picture,group\na,b\n");
        QVERIFY(readCsvTable(folder.path() / "t.csv", {"image"}).error().detail.find("'image' is missing") !=
                std::string::npos);
        folder.text("t.csv", "");
        QCOMPARE(readCsvTable(folder.path() / "t.csv", {"image"}).error().code, ErrorCode::BadFormat);
    }

    void textFilesAreBounded()
    {
        const SampleFolder folder;
        folder.text("big", std::string(101, 'x'));
        QCOMPARE(readUtf8File(folder.path() / "big", 100).error().code, ErrorCode::TooLarge);
        QCOMPARE(readUtf8File(folder.path() / "big", 101)->size(), std::size_t{101});
        QCOMPARE(readUtf8File(folder.path() / "none", 100).error().code, ErrorCode::NotFound);
        QCOMPARE(readUtf8File(folder.path(), 100).error().code, ErrorCode::Unreadable);
        QCOMPARE(readUtf8File("/dev/zero", 100).error().code, ErrorCode::Unreadable);
        folder.text("latin", "caf\xE9");
        QCOMPARE(readUtf8File(folder.path() / "latin", 100).error().code, ErrorCode::BadFormat);
        folder.text("nul", std::string_view("a\0b", 3));
        QCOMPARE(readUtf8File(folder.path() / "nul", 100).error().code, ErrorCode::BadFormat);
    }

    void utf8()
    {
        for (const char *good : {"", "abc", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"})
            QVERIFY(isUtf8(good));
        for (const char *bad : {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"})
            QVERIFY(!isUtf8(bad));
    }

    void labelClasses()
    {
        const auto classes = parseLabelClasses(goodLabels);
        QVERIFY(classes);
        const std::vector<LabelClass> expected = {
            {"water-stain", ClassKind::Impurity}, {"scratch", ClassKind::Defect}, {"odd", ClassKind::Ambiguous}};
        QCOMPARE(*classes, expected);
        QVERIFY(parseLabelClasses(R"({"classes":[]})")->empty());
    }

    void badLabelClasses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("classes: scratch");
        QTest::newRow("list at the top") << QByteArray("[]");
        QTest::newRow("no classes") << QByteArray("{}");
        QTest::newRow("classes is a map") << QByteArray(R"({"classes":{}})");
        QTest::newRow("class is a word") << QByteArray(R"({"classes":["scratch"]})");
        QTest::newRow("no name") << QByteArray(R"({"classes":[{"kind":"defect"}]})");
        QTest::newRow("name is a number") << QByteArray(R"({"classes":[{"name":3}]})");
        QTest::newRow("empty name") << QByteArray(R"({"classes":[{"name":""}]})");
        QTest::newRow("good") << QByteArray(R"({"classes":[{"name":"good"}]})");
        QTest::newRow("slash") << QByteArray(R"({"classes":[{"name":"../up"}]})");
        QTest::newRow("line break") << QByteArray(R"({"classes":[{"name":"a\nb"}]})");
        QTest::newRow("twice") << QByteArray(R"({"classes":[{"name":"a"},{"name":"a"}]})");
        QTest::newRow("key twice") << QByteArray(R"({"classes":[{"name":"a"}],"classes":[]})");
        QTest::newRow("kind twice") << QByteArray(R"({"classes":[{"name":"a","kind":"defect","kind":"impurity"}]})");
        QTest::newRow("unknown kind") << QByteArray(R"({"classes":[{"name":"a","kind":"stain"}]})");
        QTest::newRow("kind is a number") << QByteArray(R"({"classes":[{"name":"a","kind":1}]})");
        QTest::newRow("no UTF-8") << QByteArray("{\"classes\":[{\"name\":\"\xE9\"}]}");
        QTest::newRow("deep") << QByteArray("{\"classes\":") + QByteArray(100000, '[') + QByteArray(100000, ']') + "}";
        QTest::newRow("deep and open") << QByteArray("{\"a\":") + QByteArray(100000, '[');
    }

    void badLabelClasses()
    {
        QFETCH(QByteArray, json);
        const auto classes = parseLabelClasses(json.toStdString());
        QVERIFY(!classes);
        const bool deep = QByteArray(QTest::currentDataTag()).startsWith("deep");
        QCOMPARE(classes.error().code, deep ? ErrorCode::TooLarge : ErrorCode::BadFormat);
        QVERIFY(!classes.error().detail.empty());
    }

    void damagedLabelsAreReadOrRefused()
    {
        int refused = 0;
        for (std::size_t length = 0; length < goodLabels.size(); ++length)
            refused += parseLabelClasses(goodLabels.substr(0, length)) ? 0 : 1;
        QCOMPARE(refused, static_cast<int>(goodLabels.size()));
        for (std::size_t bit = 0; bit < goodLabels.size() * 8; ++bit) {
            std::string flipped = goodLabels;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            const auto classes = parseLabelClasses(flipped);
            QVERIFY(classes ? classes->size() == 3 : classes.error().code == ErrorCode::BadFormat);
        }
    }

    void scale()
    {
        QCOMPARE(*parseScale(R"({"mmPerPixel":0.01})"), 0.01);
        QCOMPARE(*parseScale(R"({"mmPerPixel":2})"), 2.0);
        for (const char *bad :
             {"", "{}", "0.01", R"({"mmPerPixel":0})", R"({"mmPerPixel":-1})", R"({"mmPerPixel":"0.01"})",
              R"({"mmPerPixel":1e999})", R"({"mmPerPixel":1001})", R"({"mmPerPixel":null})", R"({"mmPerPixel":NaN})"})
            QCOMPARE(parseScale(bad).error().code, ErrorCode::BadFormat);
    }

    void groups()
    {
        const SampleFolder folder;
        folder.text("groups.csv", "image,group\n./train/good/a.png,part 1\n\"train\\good\\b.png\",\"part \"\"2\"\"\"\n"
                                  "b.png,part 3\nnothing.png,part 4\n");
        Dataset dataset = threeImages();
        QVERIFY(assignGroups(dataset, folder.path() / "groups.csv"));
        QCOMPARE(dataset.images[0].group, std::string("part 1"));
        QCOMPARE(dataset.images[1].group, std::string("part \"2\""));
        QCOMPARE(dataset.images[2].group, dataset.images[2].id); // b.png is the name of two images
        QCOMPARE(countProblems(dataset.problems, Kind::BadSideFile), 2);
        QVERIFY(dataset.problems[0].detail.find("2 rows") != std::string::npos);
        QVERIFY(dataset.problems[1].detail.find("1 images") != std::string::npos);
    }

    void contradictingGroupsAreRefused()
    {
        const SampleFolder folder;
        Dataset dataset = threeImages();
        folder.text("groups.csv", "image,group\na.png,x\na.png,x\n");
        QVERIFY(assignGroups(dataset, folder.path() / "groups.csv"));
        folder.text("groups.csv", "image,group\na.png,x\na.png,y\n");
        QCOMPARE(assignGroups(dataset, folder.path() / "groups.csv").error().code, ErrorCode::BadFormat);
        folder.text("groups.csv", "image,group\na.png,\n");
        QCOMPARE(assignGroups(dataset, folder.path() / "groups.csv").error().code, ErrorCode::BadFormat);
    }

    void openDatasetReadsThem()
    {
        const SampleFolder folder;
        folder.image("train/good/0.png", 1);
        folder.image("test/water-stain/1.png", 2);
        folder.mask("ground_truth/water-stain/1_mask.png");
        folder.image("test/bend/2.png", 3);
        folder.mask("ground_truth/bend/2_mask.png");
        folder.text("labels.json", goodLabels);
        folder.text("scale.json", R"({"mmPerPixel":0.5})");
        folder.text("groups.csv", "image,group\n0.png,g0\n1.png,g1\n2.png,g2\n");
        const Result<Dataset> dataset = openDataset(folder.path());
        QVERIFY(dataset);
        const std::vector<LabelClass> classes = {{"bend", ClassKind::Defect},
                                                 {"odd", ClassKind::Ambiguous},
                                                 {"scratch", ClassKind::Defect},
                                                 {"water-stain", ClassKind::Impurity}};
        QCOMPARE(dataset->classes, classes);
        QCOMPARE(dataset->mmPerPixel, std::optional(0.5));
        QCOMPARE(findImage(*dataset, "test/bend/2.png")->group, std::string("g2"));
        QCOMPARE(countProblems(dataset->problems, Kind::BadSideFile), 1); // bend is not in labels.json
        for (const char *name : {"labels.json", "scale.json", "groups.csv"}) {
            const SampleFolder broken;
            broken.image("train/good/0.png");
            broken.text(name, "{");
            const Result<Dataset> refused = openDataset(broken.path());
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::BadFormat);
            QVERIFY2(refused.error().detail.find(name) != std::string::npos, refused.error().detail.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestDatasetSideFiles)
#include "tst_dataset_side_files.moc"
