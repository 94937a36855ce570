#pragma once

#include "core/synthesis/synthesis_spec.h"
#include "ui/panels/form_column.h"

#include <filesystem>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace patina {

class CheckGrid;
class PathField;

/// What is made: surface, light, defects, impurities, ambiguous cases, and the number that all chance comes from.
class SynthesisContentBox : public FormColumn
{
    Q_OBJECT
public:
    explicit SynthesisContentBox(QWidget *parent = nullptr);

    /// Does not tell of it.
    void setSpec(const SynthesisSpec &spec);
    /// Everything but the images of an exemplar.
    void put(SynthesisSpec &spec) const;
    void setLike(const std::filesystem::path &folder);
    std::filesystem::path like() const;
    ExemplarBase base() const;
    /// What was found in the folder, or why it cannot be used.
    void setLikeNote(const QString &text);
    void rollDice();
    /// First fields: the part, defects, impurities, ambiguous cases.
    std::vector<QWidget *> sections() const;

signals:
    /// Another folder of real images, or another use of them.
    void likeChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createSurface();
    void createContents();
    void showExemplar();
    void showNotes();
    void seedTyped();
    void retranslateUi();

    QLabel *m_partTitle = nullptr;
    QComboBox *m_surface = nullptr;
    QLabel *m_surfaceLabel = nullptr;
    PathField *m_like = nullptr;
    QLabel *m_likeLabel = nullptr;
    QComboBox *m_base = nullptr;
    QLabel *m_baseLabel = nullptr;
    QLabel *m_likeNote = nullptr;
    QComboBox *m_light = nullptr;
    QLabel *m_lightLabel = nullptr;
    QWidget *m_seedRow = nullptr;
    QLineEdit *m_seed = nullptr;
    QToolButton *m_dice = nullptr;
    QLabel *m_seedLabel = nullptr;
    QLabel *m_defectTitle = nullptr;
    CheckGrid *m_defects = nullptr;
    QLabel *m_impurityTitle = nullptr;
    CheckGrid *m_impurities = nullptr;
    QLabel *m_ambiguousTitle = nullptr;
    CheckGrid *m_ambiguous = nullptr;
    bool m_noDefects = false; ///< though some are chosen
    bool m_noAmbiguous = false;
    std::uint64_t m_seedValue = 1;
};

} // namespace patina
