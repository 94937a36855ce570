#include "core/base/read_file.h"
#include "core/project/export_labels.h"
#include "tests/core/project/made_project.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <atomic>

using namespace patina;
using nlohmann::json;

namespace {

ProjectContents madeContents()
{
    ProjectContents contents;
    contents.images = {{"a.png", "parts/a.png", "", Split::Test, "good", ""},
                       {"b, c.png", "parts/b, c.png", "", Split::Test, "good", ""}};
    contents.classes = {{"scratch", ClassKind::Defect, 0}, {"water stain", ClassKind::Impurity, 1}};
    contents.labels = {madeLabel(1, "a.png"), madeLabel(2, "b, c.png", "water stain"), madeLabel(3, "a.png", "good")};
    contents.labels[1].reader = "Jan";
    return contents;
}

/// As pycocotools reads it: column by column, runs of 0 and 1 by turns.
RunMask maskOf(const json &segmentation)
{
    const int height = segmentation["size"][0];
    const int width = segmentation["size"][1];
    cv::Mat pixels(height, width, CV_8UC1, cv::Scalar(0));
    std::int64_t at = 0;
    bool inside = false;
    for (const json &count : segmentation["counts"]) {
        for (std::int64_t i = 0; i < count.get<std::int64_t>(); ++i, ++at)
            pixels.at<uchar>(static_cast<int>(at % height), static_cast<int>(at / height)) = inside ? 255 : 0;
        inside = !inside;
    }
    return RunMask::ofMat(pixels);
}

} // namespace

/// Labels for other programs.
class TestProjectExport : public QObject
{
    Q_OBJECT

private slots:
    void cocoTellsAllOfIt();
    void anyMaskSurvivesCoco();
    void csvTellsWhatWasDecided();
    void oneReadersLabels();
    void labelsOfNothingAreRefused();
    void cancelledWritesNothing();

private:
    std::filesystem::path file() const { return m_folder.filePath("labels").toStdString(); }
    json coco(const ProjectContents &contents) const
    {
        return exportLabels(contents, {LabelFormat::Coco, ""}, file(), {})
            .and_then([&](std::int64_t) { return readTextFile(file(), 1 << 20); })
            .map([](const std::string &text) { return json::parse(text); })
            .value();
    }

    QTemporaryDir m_folder;
};

void TestProjectExport::cocoTellsAllOfIt()
{
    const ProjectContents contents = madeContents();
    const json written = coco(contents);
    QCOMPARE(written["images"].size(), 2U);
    QCOMPARE(written["images"][1]["file_name"].get<std::string>(), std::string("parts/b, c.png"));
    QCOMPARE(written["images"][0]["width"].get<int>(), 100);
    QCOMPARE(written["categories"][1]["name"].get<std::string>(), std::string("water stain"));
    QCOMPARE(written["categories"][1]["supercategory"].get<std::string>(), std::string("impurity"));
    QCOMPARE(written["annotations"].size(), 2U); // a false alarm is no object
    const json &stain = written["annotations"][1];
    QCOMPARE(stain["image_id"].get<int>(), 2);
    QCOMPARE(stain["category_id"].get<int>(), 2);
    QCOMPARE(stain["area"].get<std::int64_t>(), contents.labels[1].mask.areaPx());
    QVERIFY((stain["bbox"] == json{10, 2, 20, 2}));
    QCOMPARE(stain["attributes"]["reader"].get<std::string>(), std::string("Jan"));
    QVERIFY(maskOf(stain["segmentation"]) == contents.labels[1].mask);
}

void TestProjectExport::anyMaskSurvivesCoco()
{
    QVERIFY(rc::check([&] {
        const cv::Size size(*rc::gen::inRange(1, 9), *rc::gen::inRange(1, 9));
        cv::Mat pixels(size, CV_8UC1);
        for (int i = 0; i < size.area(); ++i)
            pixels.data[i] = *rc::gen::element<std::uint8_t>(0, 0, 255, 255, 255);
        ProjectContents contents = madeContents();
        contents.labels.resize(1);
        contents.labels[0].mask = RunMask::ofMat(pixels);
        RC_PRE(!contents.labels[0].mask.empty());
        RC_ASSERT(maskOf(coco(contents)["annotations"][0]["segmentation"]) == contents.labels[0].mask);
    }));
}

void TestProjectExport::csvTellsWhatWasDecided()
{
    QCOMPARE(exportLabels(madeContents(), {}, file(), {}).value(), std::int64_t{3});
    const QString hash(64, 'c');
    QCOMPARE(QString::fromStdString(readTextFile(file(), 1 << 20).value()),
             QString("id,image,class,kind,reader,source,x,y,width,height,areaPx,model,threshold\n"
                     "1,a.png,scratch,defect,Eva,region,10,1,20,2,23,%1,0.75\n"
                     "2,\"b, c.png\",water stain,impurity,Jan,region,10,2,20,2,23,%1,0.75\n"
                     "3,a.png,good,false alarm,Eva,region,10,3,20,2,23,%1,0.75\n")
                 .arg(hash));
}

void TestProjectExport::oneReadersLabels()
{
    QCOMPARE(exportLabels(madeContents(), {LabelFormat::Csv, "Jan"}, file(), {}).value(), std::int64_t{1});
    const auto none = exportLabels(madeContents(), {LabelFormat::Csv, "Ida"}, file(), {});
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY2(none.error().detail.find("those of Eva, Jan") != std::string::npos, none.error().detail.c_str());
}

/// Contents of a file that no program of ours wrote.
void TestProjectExport::labelsOfNothingAreRefused()
{
    ProjectContents contents = madeContents();
    contents.labels[0].className = "no such class";
    QCOMPARE(exportLabels(contents, {LabelFormat::Coco, ""}, file(), {}).error().code, ErrorCode::BadFormat);
    contents = madeContents();
    contents.images.pop_back();
    QCOMPARE(exportLabels(contents, {LabelFormat::Coco, ""}, file(), {}).error().code, ErrorCode::BadFormat);
    contents = madeContents();
    constexpr int side = 1 << 24;
    contents.labels[0].mask = RunMask::create({side, side}, {{0, 0, 1}, {side - 1, side - 1, side}}).value();
    QCOMPARE(exportLabels(contents, {LabelFormat::Coco, ""}, file(), {}).error().code, ErrorCode::TooLarge);
    QCOMPARE(exportLabels(contents, {LabelFormat::Csv, ""}, file(), {}).value(), std::int64_t{3});
}

void TestProjectExport::cancelledWritesNothing()
{
    const auto other = m_folder.filePath("other").toStdString();
    const std::atomic<bool> cancel = true;
    const auto written = exportLabels(madeContents(), {}, other, JobContext(&cancel, {}));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(other));
}

QTEST_APPLESS_MAIN(TestProjectExport)
#include "tst_project_export.moc"
