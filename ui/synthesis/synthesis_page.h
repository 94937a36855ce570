#pragma once

#include "ui/keyed_page.h"
#include "ui/session.h"
#include "ui/synthesis/synthesis_runner.h"
#include "ui/synthesis/synthesis_state.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace patina {

/// Beside the preview.
struct RealPicture
{
    std::shared_ptr<const DisplayImage> image;
    std::filesystem::path file;
    bool made = false; ///< by a program, too
};

class PageHead;
class PresetMenu;
class RangePanel;
class SynthesisContentBox;
class SynthesisOutputBox;
class SynthesisPreviewView;
struct Settings;

/// Parts that were never photographed: what is made of what, how that looks beside a real image, and a data set of it.
class SynthesisPage : public QWidget, public KeyedPage
{
    Q_OBJECT
public:
    /// \param session, \param settings (threads) not owned, outlive the page. \param folder of what was set earlier,
    /// and of presets.
    SynthesisPage(Session *session, const Settings *settings, const QString &folder, QWidget *parent = nullptr);
    ~SynthesisPage() override;

    const SynthesisSpec &spec() const { return m_state.spec; }
    SynthesisRunner &runner() { return *m_runner; }
    /// Fills all fields; the preview follows.
    void setSpec(const SynthesisSpec &spec);
    void setOut(const QString &folder);
    void compareWith(const QString &image);
    void store() const;

    std::vector<QWidget *> sections() const override;
    QString mainWords() const override;
    void setMainKey(const QString &key) override;
    void doMain() override;

signals:
    void messaged(const patina::Message &message);
    void projectWanted(const QString &dataset);
    void folderWanted(const QString &folder);
    void leaveWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // synthesis_page_setup.cpp
    void createLayout(const QString &folder);
    void connectFields();
    void connectRunner();
    void retranslateUi();

    // synthesis_page_images.cpp
    void openSpec(const SynthesisSpec &spec);
    void noteImages(const SynthesisSpec &spec);
    void askImages(std::optional<cv::Size> wanted);
    void chooseImages();
    void takeImages(const Answer<ChosenImages> &images);

    void fieldsChanged();
    void specChanged();
    void showSpec();
    void look();
    void askOutlook();
    void takeWritten(const Answer<SynthesisSummary> &summary);
    void write();
    void showReal();
    void openRealImage(std::vector<std::filesystem::path> files);
    void chooseReal();
    QString problem() const;
    PreviewRequest request() const;

    Session *m_session = nullptr;
    const Settings *m_settings = nullptr;
    QString m_folder;
    SynthesisState m_state;
    SynthesisRunner *m_runner = nullptr;
    QThreadPool m_imagePool; ///< before the runner: destroyed after it
    JobRunner<RealPicture> m_realJob;
    QTimer m_outlookSoon;
    QTimer m_imagesSoon;                  ///< while the folder is being typed
    std::optional<cv::Size> m_imagesSize; ///< that is asked for
    QString m_imagesProblem;              ///< why none were taken; empty: nobody asked, or some were
    PageHead *m_head = nullptr;
    PresetMenu *m_presets = nullptr;
    SynthesisContentBox *m_content = nullptr;
    RangePanel *m_ranges = nullptr;
    QLabel *m_rangeTitle = nullptr;
    SynthesisPreviewView *m_preview = nullptr;
    SynthesisOutputBox *m_output = nullptr;
};

} // namespace patina
