#pragma once

#include "core/synthesis/synthesis_spec.h"
#include "ui/synthesis/synthesis_preview.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;
class QSplitter;
class QToolButton;

namespace patina {

class Canvas;
class PreviewLegend;
class SharedZoom;
struct Previewed;

/// What the specification makes beside a real image: both at the same zoom, the outlines of what was made over the one.
class SynthesisPreviewView : public QWidget
{
    Q_OBJECT
public:
    explicit SynthesisPreviewView(QWidget *parent = nullptr);

    /// Which images there are to look at.
    void setSpec(const SynthesisSpec &spec);
    PreviewSubject subject() const;
    bool stained() const;
    /// Where both versions are written.
    bool wantsStained() const { return m_wantsStained; }
    void setStained(bool stained);
    /// Of the picture, in its pixels; empty: there is none.
    QRect visibleArea() const;

    void show(const Previewed &previewed);
    /// Instead of a picture.
    void say(const QString &sentence);
    /// \param name of the image; empty: there is none.
    void setReal(std::shared_ptr<const DisplayImage> image, const QString &name);
    void sayReal(const QString &sentence);
    /// Whether there is an image that is open.
    void setOpenImage(bool any);

    Canvas *made() const { return m_made; }
    Canvas *real() const { return m_real; }
    bool exact() const { return m_exact; }
    /// F, 1, O, plus and minus; Page up and Page down: the image before and after. \returns false where it is none.
    bool takeKey(int key);
    /// What is looked at; the picture.
    std::vector<QWidget *> sections() const;

signals:
    /// Another image is to be looked at.
    void subjectChanged();
    /// Another part is in view.
    void moved();
    void realFileWanted();
    void openImageWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createBar();
    void createPictures();
    QWidget *framed(Canvas *canvas, QWidget *caption);
    void connectCanvases();
    void step(int by);
    void setMarks(std::vector<PreviewMark> marks);
    void fillSubjects(const SynthesisSpec &spec);
    void showCaption();
    void showStained();
    void divide(const QList<int> &shares);
    void retranslateUi();

    std::vector<std::string> m_defects;
    std::vector<std::string> m_ambiguous;
    QHBoxLayout *m_bar = nullptr;
    QComboBox *m_subject = nullptr;
    QSpinBox *m_number = nullptr;
    QCheckBox *m_stained = nullptr;
    QToolButton *m_fit = nullptr;
    QToolButton *m_oneToOne = nullptr;
    QSplitter *m_pictures = nullptr;
    bool m_divided = false; ///< by the user
    Canvas *m_made = nullptr;
    QLabel *m_madeCaption = nullptr;
    PreviewLegend *m_legend = nullptr;
    Canvas *m_real = nullptr;
    SharedZoom *m_zoom = nullptr;
    QLabel *m_realCaption = nullptr;
    QToolButton *m_useOpen = nullptr;
    QToolButton *m_chooseFile = nullptr;
    bool m_wantsStained = true;
    bool m_mayBeStained = false; ///< impurities are chosen
    bool m_anyStain = false;     ///< in the picture
    SynthesisVersion m_version = SynthesisVersion::Both;
    QSize m_image;   ///< of the data set
    QSize m_picture; ///< the part of it that is held
    bool m_exact = false;
    QString m_realName;
};

} // namespace patina
