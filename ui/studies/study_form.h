#pragma once

#include "ui/panels/form_column.h"
#include "ui/studies/study_state.h"

#include <array>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace patina {

class PathField;
class StudyMore;

/// Which study is run, on what, and where its results go.
class StudyForm : public FormColumn
{
    Q_OBJECT
public:
    explicit StudyForm(const StudyState &state, QWidget *parent = nullptr);

    StudyState state() const;
    StudyKind kind() const;
    /// As the fields say; threads and device are not among them. To be run where problem() is empty.
    StudyOrder order() const;
    /// What is missing or cannot be, in one sentence; empty: nothing.
    QString problem() const;
    /// \param folder of the images that are open; empty: none.
    void setOpenFolder(const std::filesystem::path &folder);
    void setBackbones(const std::vector<std::string> &names);
    /// Says anew what is there where the results go.
    void showOutNote();
    /// First fields: the question, its data sets, sizes, the folder of the results.
    std::vector<QWidget *> sections() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct DatasetFields
    {
        QLabel *label = nullptr;
        PathField *folder = nullptr;
        QLabel *groupsLabel = nullptr;
        QLineEdit *groups = nullptr;
    };

    void createDatasets(const StudyState &state);
    void createSizes(const StudyState &state);
    void createOut(const StudyState &state);
    QSpinBox *createNumber(const char *name, int least, int most, int value);
    QLineEdit *createLine(const char *name, const QString &text);
    void change();
    void showKind();
    QString folderProblem() const;
    QString sizesProblem() const;
    QString outProblem() const;
    std::filesystem::path folder(std::size_t index) const;
    std::filesystem::path usualFolder(std::size_t index) const;
    void retranslateUi();
    void retranslateSizes();

    std::filesystem::path m_open;
    bool m_known = false; ///< which backbones are installed
    QString m_wantedBackbone;
    QLabel *m_title = nullptr;
    QLabel *m_kindLabel = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_question = nullptr;
    std::array<DatasetFields, 2> m_datasets;
    QLabel *m_backboneLabel = nullptr;
    QComboBox *m_backbone = nullptr;
    QLabel *m_bankSizeLabel = nullptr;
    QSpinBox *m_bankSize = nullptr;
    QLabel *m_bankSizesLabel = nullptr;
    QLineEdit *m_bankSizes = nullptr;
    QLabel *m_realImagesLabel = nullptr;
    QLineEdit *m_realImages = nullptr;
    QLabel *m_realImagesNote = nullptr;
    QLabel *m_mostImagesLabel = nullptr;
    QSpinBox *m_mostImages = nullptr;
    QLabel *m_seedsLabel = nullptr;
    QSpinBox *m_seeds = nullptr;
    QLabel *m_outLabel = nullptr;
    PathField *m_out = nullptr;
    QLabel *m_outNote = nullptr;
    StudyMore *m_more = nullptr;
};

} // namespace patina
