#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/dataset/dataset.h"
#include "core/labels/label_map.h"
#include "core/project/change_check.h"
#include "core/project/export_labels.h"
#include "core/project/formats/folder_target.h"
#include "core/project/import_labels.h"
#include "tests/core/project/made_labels.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace patina;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(patina::LabelFormat)
Q_DECLARE_METATYPE(std::optional<patina::ShapeForm>)

/// Labels to other programs and back.
class TestProjectLabelFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comeBackAsTheyWere_data();
    void comeBackAsTheyWere();
    void takenTwiceNothingIsNew();
    void classesAreMade();
    void whatChangedMeanwhileIsKept();
    void anotherReader();
    void imagesAreFound_data();
    void imagesAreFound();
    void whatDoesNotFitIsSaid();
    void otherProgramsShapes_data();
    void otherProgramsShapes();
    void masksWithoutImages();
    void theMvtecFolderIsADataSet();
    void nothingIsWrittenOutsideTheFolder();
    void linksInsteadOfCopies();
    void overlaysShowTheLabels();
    void foldersAreNotOverwritten();
    void cancelledLeavesNothing();
    void sourcesThatAreNone_data();
    void sourcesThatAreNone();

private:
    fs::path at(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    LabelExport exporting(LabelFormat format, std::optional<ShapeForm> shapes = {}) const
    {
        return {format, "", shapes, ImageTransfer::Copy, at("parts")};
    }
    Result<LabelImport> gather(const ProjectContents &contents, const fs::path &source,
                               std::optional<LabelFormat> format = {}, const std::string &reader = {})
    {
        m_notices.clear();
        return gatherLabels(contents, {source, format, reader, at("parts")},
                            JobContext(nullptr, {}, [this](const std::string &text) { m_notices += text + "\n"; }));
    }
    static std::vector<Label> labelsOf(const Change &change)
    {
        std::vector<Label> labels;
        for (const Edit &edit : change.edits)
            if (const auto *label = std::get_if<EditOf<Label>>(&edit))
                labels.push_back(*label->after);
        return labels;
    }
    void write(const char *name, const std::string &text) const
    {
        fs::create_directories(at(name).parent_path());
        QVERIFY(writeTextFile(at(name), text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectContents m_contents;
    std::string m_notices;
};

void TestProjectLabelFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_contents = madeLabelled(at("parts"));
}

void TestProjectLabelFiles::comeBackAsTheyWere_data()
{
    QTest::addColumn<LabelFormat>("format");
    QTest::addColumn<std::optional<ShapeForm>>("shapes");
    for (const LabelFormat format : {LabelFormat::Coco, LabelFormat::Labelme, LabelFormat::Cvat})
        for (const auto &[shapes, name] :
             {std::pair(std::optional<ShapeForm>(), "usual"), std::pair(std::optional(ShapeForm::Masks), "masks"),
              std::pair(std::optional(ShapeForm::Polygons), "polygons")})
            QTest::addRow("%s, %s", labelFormatName(format).data(), name) << format << shapes;
    QTest::newRow("mvtec") << LabelFormat::Mvtec << std::optional<ShapeForm>();
}

/// Pixel by pixel, in every form; told by contents.
void TestProjectLabelFiles::comeBackAsTheyWere()
{
    QFETCH(LabelFormat, format);
    QFETCH(std::optional<ShapeForm>, shapes);
    QCOMPARE(exportLabels(m_contents, exporting(format, shapes), at("out"), {}).value(), std::int64_t{6});
    ProjectContents empty = withoutLabels(m_contents);
    const auto import = gather(empty, at("out"));
    QVERIFY2(import, import ? "" : import.error().detail.c_str());
    QVERIFY2(m_notices.empty(), m_notices.c_str());
    QCOMPARE(import->counts.format, format);
    QCOMPARE(import->counts.images, std::int64_t{4});
    QCOMPARE(import->counts.leftOut, std::int64_t{0});
    QVERIFY(makeEdits(empty, import->change));
    if (format == LabelFormat::Mvtec)
        QVERIFY(labelSet(empty.labels) == joinedLabelSet(m_contents.labels));
    else
        QVERIFY(labelSet(empty.labels) == labelSet(m_contents.labels));
    for (const Label &label : empty.labels) {
        QCOMPARE(label.reader, std::string("ground truth"));
        QCOMPARE(label.source, LabelSource::Imported);
    }
    for (const Edit &edit : import->change.edits)
        QVERIFY(checkEdit(edit));
    QVERIFY(makeEdits(empty, inverse(import->change, "undo")));
    QVERIFY(empty == withoutLabels(m_contents));
}

void TestProjectLabelFiles::takenTwiceNothingIsNew()
{
    for (const LabelFormat format : {LabelFormat::Coco, LabelFormat::Labelme, LabelFormat::Cvat, LabelFormat::Mvtec}) {
        const fs::path out = at(labelFormatName(format).data());
        QVERIFY(exportLabels(m_contents, exporting(format), out, {}));
        ProjectContents empty = withoutLabels(m_contents);
        const auto first = gather(empty, out);
        QVERIFY(first && makeEdits(empty, first->change));
        const auto second = gather(empty, out);
        QVERIFY(second);
        QVERIFY(second->change.edits.empty());
        QCOMPARE(second->counts.known, first->counts.labels);
    }
}

void TestProjectLabelFiles::classesAreMade()
{
    const char *file = R"({"imagePath": "parts/test/good/1.png", "shapes": [
        {"label": "harmless", "points": [[0, 0], [9, 9]], "shape_type": "rectangle"},
        {"label": "ambiguous", "points": [[0, 0], [9, 9]], "shape_type": "rectangle"},
        {"label": "dent", "points": [[0, 0], [9, 9]], "shape_type": "rectangle"},
        {"label": "scratch", "points": [[0, 0], [9, 9]], "shape_type": "rectangle"}]})";
    write("one.json", file);
    const auto import = gather(m_contents, at("one.json"));
    QVERIFY(import);
    std::vector<ProjectClass> made;
    for (const Edit &edit : import->change.edits)
        if (const auto *one = std::get_if<EditOf<ProjectClass>>(&edit))
            made.push_back(*one->after);
    QVERIFY((made == std::vector<ProjectClass>{{"harmless", ClassKind::Impurity, 3},
                                               {"ambiguous", ClassKind::Ambiguous, 4},
                                               {"dent", ClassKind::Defect, 5}}));
    // COCO says the kind.
    QVERIFY(exportLabels(m_contents, exporting(LabelFormat::Coco), at("coco.json"), {}));
    ProjectContents empty = withoutLabels(m_contents);
    QVERIFY(makeEdits(empty, gather(empty, at("coco.json"))->change));
    for (const ProjectClass &one : empty.classes)
        QCOMPARE(one.kind, std::ranges::find(m_contents.classes, one.name, &ProjectClass::name)->kind);
}

/// The labels were read while somebody went on labelling.
void TestProjectLabelFiles::whatChangedMeanwhileIsKept()
{
    QVERIFY(exportLabels(m_contents, exporting(LabelFormat::Cvat), at("a.xml"), {}));
    ProjectContents contents = withoutLabels(m_contents);
    const auto import = gather(contents, at("a.xml"));
    QVERIFY(import);
    Label meanwhile = m_contents.labels.front();
    QVERIFY(makeEdits(contents, {"meanwhile", {added(m_contents.classes.back()), added(meanwhile)}}));
    const ProjectContents before = contents;
    QVERIFY(!makeEdits(contents, import->change));
    QVERIFY(makeEdits(contents, rebased(import->change, contents, 100)));
    QCOMPARE(contents.labels.size(), std::size_t{7});
    QCOMPARE(contents.labels.front(), meanwhile);
    QCOMPARE(contents.classes.size(), std::size_t{3});
    QVERIFY(makeEdits(contents, inverse(rebased(import->change, before, 100), "undo")));
    QVERIFY(contents == before);
}

void TestProjectLabelFiles::anotherReader()
{
    QVERIFY(exportLabels(m_contents, exporting(LabelFormat::Cvat), at("a.xml"), {}));
    const auto import = gather(m_contents, at("a.xml"), LabelFormat::Cvat, "Jan");
    QVERIFY(import);
    QCOMPARE(import->counts.known, std::int64_t{0}); // Eva's are Eva's
    for (const Label &label : labelsOf(import->change))
        QCOMPARE(label.reader, std::string("Jan"));
    QCOMPARE(gather(m_contents, at("a.xml"), {}, "Eva")->counts.known, std::int64_t{6});
    QCOMPARE(gather(m_contents, at("a.xml"), {}, "a\nb").error().code, ErrorCode::BadArgument);
}

void TestProjectLabelFiles::imagesAreFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("image"); ///< empty: none
    QTest::newRow("id") << "test/good/1.png"
                        << "test/good/1.png";
    QTest::newRow("a path from elsewhere") << "/mnt/images/part/test/good/2.png"
                                           << "test/good/2.png";
    QTest::newRow("of Windows") << "D:\\part\\test\\good\\1.png"
                                << "test/good/1.png";
    QTest::newRow("leading up") << "../../scratch/1.png"
                                << "test/scratch/1.png";
    QTest::newRow("its file name alone") << "2.png"
                                         << "test/good/2.png";
    QTest::newRow("in another folder") << "elsewhere/3.png"
                                       << "train/good/3.png";
    QTest::newRow("fits several") << "1.png"
                                  << "";
    QTest::newRow("several, in part") << "good/1.png"
                                      << "";
    QTest::newRow("none") << "9.png"
                          << "";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("a folder") << "test/good/"
                              << "";
}

void TestProjectLabelFiles::imagesAreFound()
{
    QFETCH(QString, name);
    QFETCH(QString, image);
    QString escaped = name;
    escaped.replace("\\", "\\\\");
    write("a.json", QString(R"({"images": [{"id": 7, "file_name": "%1"}], "categories": [{"id": 2, "name": "scratch"}],
        "annotations": [{"id": 1, "image_id": 7, "category_id": 2, "bbox": [1, 1, 3, 3]}]})")
                        .arg(escaped)
                        .toStdString());
    const auto import = gather(m_contents, at("a.json"));
    QVERIFY(import);
    QCOMPARE(import->counts.labels, std::int64_t{image.isEmpty() ? 0 : 1});
    QCOMPARE(import->counts.leftOut, std::int64_t{image.isEmpty() ? 1 : 0});
    if (!image.isEmpty())
        QCOMPARE(labelsOf(import->change).front().image, image.toStdString());
}

void TestProjectLabelFiles::whatDoesNotFitIsSaid()
{
    write("a.json", R"({"images": [
          {"id": 1, "file_name": "test/good/2.png"}, {"id": 2, "file_name": "none.png"},
          {"id": 3, "file_name": "train/good/3.png", "width": 99, "height": 30},
          {"id": 4, "file_name": "other/good/2.png"}],
        "categories": [{"id": 1, "name": "scratch"}, {"id": 2, "name": "a/b"}, {"id": 3, "name": "good"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 3, 3]},
          {"id": 2, "image_id": 2, "category_id": 1, "bbox": [1, 1, 3, 3]},
          {"id": 3, "image_id": 3, "category_id": 1, "bbox": [1, 1, 3, 3]},
          {"id": 4, "image_id": 4, "category_id": 1, "bbox": [1, 1, 3, 3]},
          {"id": 5, "image_id": 1, "category_id": 2, "bbox": [1, 1, 3, 3]},
          {"id": 6, "image_id": 1, "category_id": 3, "bbox": [1, 1, 3, 3]},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [90, 90, 3, 3]},
          {"id": 8, "image_id": 1, "category_id": 1, "segmentation": {"size": [9, 9], "counts": [81]}},
          {"id": 9, "image_id": 1, "category_id": 1},
          {"id": 10, "image_id": 1, "category_id": 9, "bbox": [1, 1, 3, 3]},
          {"id": 11, "image_id": 9, "category_id": 1, "bbox": [1, 1, 3, 3]}]})");
    const auto import = gather(m_contents, at("a.json"));
    QVERIFY(import);
    QCOMPARE(import->counts.labels, std::int64_t{1});
    QCOMPARE(labelsOf(import->change).front().image, std::string("test/good/2.png"));
    const QString said = QString::fromStdString(m_notices);
    for (const char *notice :
         {"not taken: 2 images that the project does not have (first: none.png)",
          "1 images of another size in the project (first: train/good/3.png)",
          "2 labels whose name cannot be that of a class", "1 labels without a pixel",
          "1 labels that cannot be laid on their image", "1 shapes that cannot be read (first: annotation 9)",
          "1 labels of classes that the file does not name (first: annotation 10)",
          "1 labels of images that the file does not name (first: annotation 11)"})
        QVERIFY2(said.contains(notice), qPrintable(said + "\nlacks " + notice));
    QCOMPARE(import->counts.leftOut, std::int64_t{10});
}

void TestProjectLabelFiles::otherProgramsShapes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("areaPx");
    const auto labelme = [](const char *shape) {
        return QString(R"({"version": "5.4.1", "imagePath": "1.png", "imageWidth": 40, "imageHeight": 30,
            "shapes": [{"label": "dent", "group_id": null, %1}]})")
            .arg(shape)
            .replace("1.png", "..\\\\test\\\\good\\\\1.png");
    };
    const auto cvat = [](const char *shape) {
        return QString(R"(<?xml version="1.0"?><annotations><version>1.1</version><image id="0" name="test/good/1.png"
            width="40" height="30">%1<tag label="x"/></image></annotations>)")
            .arg(shape);
    };
    const auto coco = [](const char *shape) {
        return QString(R"({"images": [{"id": 1, "file_name": "test/good/1.png", "width": 40, "height": 30}],
            "categories": [{"id": 1, "name": "dent"}], "annotations": [{"id": 1, "image_id": 1, "category_id": 1, %1}]})")
            .arg(shape);
    };
    QTest::newRow("labelme polygon") << labelme(R"("points": [[0, 0], [4, 0], [4, 4], [0, 4]])") << 16;
    QTest::newRow("labelme rectangle") << labelme(R"("shape_type": "rectangle", "points": [[9, 9], [2, 4]])") << 35;
    QTest::newRow("labelme circle") << labelme(R"("shape_type": "circle", "points": [[20, 15], [22.3, 15]])") << 16;
    QTest::newRow("cvat box") << cvat(R"(<box label="d" xtl="1.00" ytl="2.00" xbr="4.00" ybr="7.00"></box>)") << 15;
    QTest::newRow("cvat polygon") << cvat(R"(<polygon label="d" points="0.00,0.00; 4.00,0.00;4.00,4.00"/>)") << 10;
    QTest::newRow("cvat ellipse") << cvat(R"(<ellipse label="d" cx="20" cy="15" rx="2.3" ry="2.3"/>)") << 16;
    QTest::newRow("cvat mask") << cvat(R"(<mask label="d" rle="1, 2, 3" left="3" top="4" width="3" height="2"/>)") << 2;
    QTest::newRow("coco polygons") << coco(R"("segmentation": [[0,0,4,0,4,4,0,4], [2,2,6,2,6,6,2,6]])") << 28;
    QTest::newRow("coco list") << coco(R"("segmentation": {"size": [30, 40], "counts": [30, 60]})") << 60;
    QTest::newRow("coco text") << coco(R"("segmentation": {"size": [30, 40], "counts": "n0l1"})") << 60;
    QTest::newRow("coco box") << coco(R"("segmentation": [], "bbox": [1, 1, 5, 2])") << 10;
}

void TestProjectLabelFiles::otherProgramsShapes()
{
    QFETCH(QString, file);
    QFETCH(int, areaPx);
    write("labels", file.toStdString());
    const auto import = gather(m_contents, at("labels"));
    QVERIFY2(import, import ? "" : import.error().detail.c_str());
    QVERIFY2(import->counts.labels == 1, m_notices.c_str());
    QCOMPARE(labelsOf(import->change).front().mask.areaPx(), std::int64_t{areaPx});
    QCOMPARE(labelsOf(import->change).front().image, std::string("test/good/1.png"));
}

void TestProjectLabelFiles::masksWithoutImages()
{
    cv::Mat mask(madeSize, CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(3, 4, 5, 6)) = 255;
    for (const char *file : {"masks/ground_truth/scratch/1_mask.png", "masks/ground_truth/scratch/a b&c/000.png",
                             "masks/impurity/water stain/train/good/1_mask.png", "masks/ground_truth/dent/3.png"}) {
        fs::create_directories(at(file).parent_path());
        cv::imwrite(at(file).string(), mask);
    }
    ProjectContents empty = withoutLabels(m_contents);
    const auto import = gather(empty, at("masks"));
    QVERIFY2(import, import ? "" : import.error().detail.c_str());
    QVERIFY2(m_notices.empty(), m_notices.c_str());
    std::set<std::string> images;
    for (const Label &label : labelsOf(import->change)) {
        QCOMPARE(label.mask.box(), cv::Rect(3, 4, 5, 6));
        images.insert(label.image + ": " + label.className);
    }
    QCOMPARE(images, (std::set<std::string>{"test/scratch/1.png: scratch", "test/scratch/a b&c.png: scratch",
                                            "train/good/1.png: water stain", "train/good/3.png: dent"}));
}

/// As `evaluate` and `project create` read it.
void TestProjectLabelFiles::theMvtecFolderIsADataSet()
{
    m_contents.images[0].group = "part, 7";
    m_contents.settings = {{"mmPerPixel", "0.25"}};
    QVERIFY(exportLabels(m_contents, exporting(LabelFormat::Mvtec), at("out"), {}));
    const auto dataset = openDataset(at("out"));
    QVERIFY2(dataset, dataset ? "" : dataset.error().detail.c_str());
    QCOMPARE(dataset->layout, DatasetLayout::MvtecAd);
    QCOMPARE(dataset->images.size(), std::size_t{6});
    QCOMPARE(dataset->mmPerPixel, std::optional(0.25));
    std::map<std::string, ClassKind> kinds;
    for (const LabelClass &one : dataset->classes)
        kinds[one.name] = one.kind;
    for (const ProjectClass &one : m_contents.classes)
        QCOMPARE(kinds.at(one.name), one.kind);
    std::map<std::string, const ImageRecord *> images;
    for (const ImageRecord &image : dataset->images)
        images[image.id] = &image;
    QCOMPARE(images.at("test/good/1.png")->group, std::string("part, 7"));
    QCOMPARE(images.at("test/good/1.png")->masks.size(), std::size_t{1}); // a stain on a good part
    const auto labels = loadLabels(*images.at("test/scratch/1.png"), dataset->classes, madeSize);
    QVERIFY(labels);
    QCOMPARE(labels->layers.size(), std::size_t{2});
    // A defective training image is a test image now, under a name of its own.
    QVERIFY(images.contains("test/scratch/1-2.png"));
    QVERIFY(!images.contains("train/good/1.png") && images.contains("train/good/3.png"));
    QCOMPARE(cv::imread((at("out") / "test/scratch/1-2.png").string(), cv::IMREAD_GRAYSCALE).at<uchar>(0, 0), 40);
    QVERIFY(!fs::is_symlink(at("out") / "test/good/1.png"));
}

/// Contents that no project of ours holds: what reads them, and what makes the places, both refuse.
void TestProjectLabelFiles::nothingIsWrittenOutsideTheFolder()
{
    const ProjectContents sound = m_contents;
    for (const char *name : {"../../escaped", "a/b", "..", ".", "", "/escaped", "a\\b"}) {
        m_contents = sound;
        m_contents.images[0].className = name;
        QCOMPARE(exportLabels(m_contents, exporting(LabelFormat::Mvtec), at("out"), {}).error().code,
                 ErrorCode::BadFormat);
        m_contents = sound;
        m_contents.classes[1].name = name;
        for (Label &label : m_contents.labels)
            label.className = label.className == "scratch" ? name : label.className;
        QCOMPARE(exportLabels(m_contents, exporting(LabelFormat::Mvtec), at("out"), {}).error().code,
                 ErrorCode::BadFormat);
        QVERIFY(!fs::exists(at("out")) && !fs::exists(at("escaped")));
    }
    const auto target = formats::FolderTarget::create(at("out"));
    QVERIFY(target);
    for (const char *name : {"../a", "a/../b", "a/..", "/a", "", "a//b", "a/"}) {
        QCOMPARE(target->place(name).error().code, ErrorCode::BadFormat);
    }
    for (const char *name : {"a", "a/b.png", "a/.", "..a/b..png"})
        QVERIFY(target->place(name));
}

void TestProjectLabelFiles::linksInsteadOfCopies()
{
    LabelExport request = exporting(LabelFormat::Mvtec);
    request.images = ImageTransfer::Link;
    QVERIFY(fs::remove(at("parts/test/good/2.png")));
    std::string notices;
    QVERIFY(exportLabels(m_contents, request, at("out"),
                         JobContext(nullptr, {}, [&](const std::string &text) { notices += text; })));
    QVERIFY2(notices.find("left out test/good/2.png") != std::string::npos, notices.c_str());
    QVERIFY(fs::is_symlink(at("out/test/good/1.png")));
    QVERIFY(fs::equivalent(at("out/test/good/1.png"), at("parts/test/good/1.png")));
    QVERIFY(!fs::exists(at("out/test/good/2.png")));
}

void TestProjectLabelFiles::overlaysShowTheLabels()
{
    QVERIFY(exportLabels(m_contents, exporting(LabelFormat::Overlays), at("out"), {}));
    QVERIFY(!fs::exists(at("out/test/good/2.png"))); // a false alarm is no label
    const cv::Mat picture = cv::imread(at("out/test/scratch/1.png").string(), cv::IMREAD_COLOR);
    QVERIFY(picture.cols > madeSize.width && picture.rows >= madeSize.height);
    const auto channels = [&](int x, int y) {
        const cv::Vec3b pixel = picture.at<cv::Vec3b>(y, x);
        return std::set<int>{pixel[0], pixel[1], pixel[2]}.size();
    };
    QVERIFY(channels(2, 1) > 1);    // in the scratch
    QCOMPARE(channels(30, 10), 1U); // grey, as the image
    QCOMPARE(static_cast<int>(picture.at<cv::Vec3b>(10, 30)[0]), 30);
}

void TestProjectLabelFiles::foldersAreNotOverwritten()
{
    write("full/mine.txt", "mine");
    fs::create_directories(at("empty"));
    for (const LabelFormat format : {LabelFormat::Labelme, LabelFormat::Mvtec, LabelFormat::Overlays}) {
        QCOMPARE(exportLabels(m_contents, exporting(format), at("full"), {}).error().code, ErrorCode::BadArgument);
        QCOMPARE(exportLabels(m_contents, exporting(format), at("full/mine.txt"), {}).error().code,
                 ErrorCode::BadArgument);
        QCOMPARE(exportLabels(m_contents, exporting(format), at("no/such/place"), {}).error().code,
                 ErrorCode::WriteFailed);
    }
    QCOMPARE(readTextFile(at("full/mine.txt"), 100).value(), std::string("mine"));
    QVERIFY(exportLabels(m_contents, exporting(LabelFormat::Labelme), at("empty"), {}));
    QVERIFY(fs::exists(at("empty/test/good/1.json")));
}

void TestProjectLabelFiles::cancelledLeavesNothing()
{
    const auto filesIn = [&] {
        return std::distance(fs::recursive_directory_iterator(at("")), fs::recursive_directory_iterator());
    };
    const auto before = filesIn();
    const std::atomic<bool> cancel = true;
    for (const LabelFormat format : allLabelFormats) {
        const auto done = exportLabels(m_contents, exporting(format), at("out"), JobContext(&cancel, {}));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QCOMPARE(filesIn(), before);
    }
    for (const LabelFormat format : {LabelFormat::Coco, LabelFormat::Labelme, LabelFormat::Cvat, LabelFormat::Mvtec}) {
        const fs::path out = at(labelFormatName(format).data());
        QVERIFY(exportLabels(m_contents, exporting(format), out, {}));
        const auto import = gatherLabels(m_contents, {out, format, "", at("parts")}, JobContext(&cancel, {}));
        QCOMPARE(import.error().code, ErrorCode::Cancelled);
    }
}

void TestProjectLabelFiles::sourcesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto is = [](ErrorCode code) { return static_cast<int>(code); };
    QTest::newRow("nothing") << QByteArray() << is(ErrorCode::Unsupported);
    QTest::newRow("text") << QByteArray("labels") << is(ErrorCode::Unsupported);
    QTest::newRow("a ZIP") << QByteArray("PK\x03\x04zip") << is(ErrorCode::Unsupported);
    QTest::newRow("other JSON") << QByteArray("{\"a\": 1}") << is(ErrorCode::BadFormat);
    QTest::newRow("other XML") << QByteArray("<html><image/></html>") << is(ErrorCode::BadFormat);
    QTest::newRow("XML cut off") << QByteArray("<annotations><image") << is(ErrorCode::BadFormat);
    QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><annotations>&b;</annotations>")
                              << is(ErrorCode::Unsupported);
    QTest::newRow("deep XML") << "<annotations>" + QByteArray("<a>").repeated(100'000) << is(ErrorCode::TooLarge);
    QTest::newRow("deep JSON") << "{\"images\":" + QByteArray("[").repeated(100'000) << is(ErrorCode::TooLarge);
    QTest::newRow("lists that are none") << QByteArray("{\"images\": 3, \"annotations\": {}}")
                                         << is(ErrorCode::BadFormat);
}

void TestProjectLabelFiles::sourcesThatAreNone()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    write("source", text.toStdString());
    const auto import = gather(m_contents, at("source"));
    QVERIFY(!import);
    QCOMPARE(static_cast<int>(import.error().code), code);
    QVERIFY(!import.error().detail.empty());
    QCOMPARE(gather(m_contents, at("none")).error().code, ErrorCode::NotFound);
    QCOMPARE(gather(m_contents, at("source"), LabelFormat::Csv).error().code, ErrorCode::BadArgument);
}

QTEST_APPLESS_MAIN(TestProjectLabelFiles)
#include "tst_project_label_files.moc"
