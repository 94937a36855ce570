#include "core/base/read_file.h"
#include "core/project/change_check.h"
#include "core/project/export_labels.h"
#include "core/project/import_labels.h"
#include "tests/core/project/made_labels.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>

using namespace patina;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(patina::LabelFormat)

/// Label files that were cut off or altered: refused, or read as far as they go; never a crash, never a change that
/// the project would not take.
class TestProjectLabelDamage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cutOffAnywhere_data() { formats(); }
    void cutOffAnywhere();
    void alteredAnywhere_data() { formats(); }
    void alteredAnywhere();

private:
    static void formats()
    {
        QTest::addColumn<LabelFormat>("format");
        QTest::addColumn<int>("shapes");
        for (const ShapeForm shapes : {ShapeForm::Masks, ShapeForm::Polygons})
            for (const LabelFormat format : {LabelFormat::Coco, LabelFormat::Labelme, LabelFormat::Cvat})
                QTest::addRow("%s, %s", labelFormatName(format).data(),
                              shapes == ShapeForm::Masks ? "masks" : "polygons")
                    << format << static_cast<int>(shapes);
    }
    fs::path at(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }
    std::string exported(LabelFormat format, ShapeForm shapes) const
    {
        if (!exportLabels(m_contents, {format, "", shapes, ImageTransfer::Copy, at("parts")}, at("out"), {}))
            return {};
        return readTextFile(isFolderFormat(format) ? at("out/test/scratch/1.json") : at("out"), 1 << 20).value();
    }
    /// \returns whether it was taken.
    bool take(const std::string &bytes, LabelFormat format) const
    {
        std::ofstream(at("damaged"), std::ios::binary) << bytes;
        ProjectContents contents = withoutLabels(m_contents);
        const auto import = gatherLabels(contents, {at("damaged"), format, "", at("parts")}, {});
        if (!import) {
            if (import.error().detail.empty())
                qFatal("an error that says nothing");
            return false;
        }
        for (const Edit &edit : import->change.edits)
            if (const auto sound = checkEdit(edit); !sound)
                qFatal("%s", sound.error().detail.c_str());
        if (!makeEdits(contents, import->change))
            qFatal("a change that cannot be made");
        return true;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ProjectContents m_contents;
};

void TestProjectLabelDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_contents = madeLabelled(at("parts"));
}

void TestProjectLabelDamage::cutOffAnywhere()
{
    QFETCH(LabelFormat, format);
    QFETCH(int, shapes);
    const std::string whole = exported(format, static_cast<ShapeForm>(shapes));
    QVERIFY(take(whole, format));
    const auto end = whole.find_last_not_of('\n');
    for (std::size_t length = 0; length <= end; ++length)
        QVERIFY2(!take(whole.substr(0, length), format), qPrintable(QString::number(length)));
}

void TestProjectLabelDamage::alteredAnywhere()
{
    QFETCH(LabelFormat, format);
    QFETCH(int, shapes);
    const std::string whole = exported(format, static_cast<ShapeForm>(shapes));
    QVERIFY(!whole.empty());
    std::mt19937 random(20261128);
    int taken = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string altered = whole;
        if (i % 2 == 0)
            altered[i] = static_cast<char>(random());
        else
            altered.replace(i, 1, "99999999999");
        taken += take(altered, format);
    }
    QVERIFY(taken > 0); // most letters of a name can be others
}

QTEST_APPLESS_MAIN(TestProjectLabelDamage)
#include "tst_project_label_damage.moc"
