#pragma once

#include "core/synthesis/synthesis_spec.h"
#include "ui/jobs/job_runner.h"
#include "ui/synthesis/dataset_outlook.h"

#include <QElapsedTimer>
#include <QWidget>

#include <filesystem>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace patina {

class FormColumn;
class PathField;

/// How many images of what size are written where, what that costs, and the run that writes them.
class SynthesisOutputBox : public QWidget
{
    Q_OBJECT
public:
    explicit SynthesisOutputBox(QWidget *parent = nullptr);

    /// Does not tell of it.
    void setSpec(const SynthesisSpec &spec);
    void put(SynthesisSpec &spec) const;
    void setOut(const std::filesystem::path &folder);
    std::filesystem::path out() const;

    void setOutlook(const std::optional<DatasetOutlook> &outlook);
    const std::optional<DatasetOutlook> &outlook() const { return m_outlook; }
    void setPace(const std::optional<SynthesisPace> &pace);
    /// Why nothing can be written as it stands; empty: it can.
    void setProblem(const QString &sentence);
    /// Writes as soon as it is known what is in the folder, or says what is missing.
    void want();
    /// The key that does it.
    void setWriteKey(const QString &key);
    /// First fields: numbers, camera, folder.
    std::vector<QWidget *> sections() const;
    void setWriting(bool writing, bool stopping);
    void showProgress(const JobProgress &progress);
    /// What a run has left: folders that can be opened; none: nothing yet.
    void setWritten(const QString &sentence, const std::vector<std::filesystem::path> &datasets);

signals:
    /// By the user.
    void edited();
    void outChanged();
    void writeWanted(); ///< what is lost by it was said
    void cancelWanted();
    void projectWanted(const QString &dataset);
    void folderWanted(const QString &folder);

protected:
    void changeEvent(QEvent *event) override;

private:
    QSpinBox *addCount(FormColumn *column, const char *name, QLabel *&label);
    void createCounts(FormColumn *column);
    void createSize(FormColumn *column);
    QWidget *createRun();
    void showState();
    void showButtons();
    bool isAllThere() const;
    std::vector<std::filesystem::path> datasets() const;
    void askToWrite();
    QString outlookText() const;
    QString earlierText() const;
    QString forecastText() const;
    QString progressText() const;
    void retranslateUi();

    SynthesisSpec m_spec; ///< as it stands in all fields
    std::optional<DatasetOutlook> m_outlook;
    std::optional<SynthesisPace> m_pace;
    QString m_problem;
    bool m_writing = false;
    bool m_stopping = false;
    bool m_wanted = false;  ///< to be written once the folder was looked at
    bool m_watched = false; ///< the focus was on the run that has ended
    QString m_written;
    QString m_key;
    SynthesisSpec m_running; ///< that is being written
    std::vector<std::filesystem::path> m_datasets;
    JobProgress m_progress;
    QElapsedTimer m_clock;
    qint64 m_first = 0; ///< done when this run began

    QLabel *m_countTitle = nullptr;
    QSpinBox *m_counts[5] = {};
    QLabel *m_countLabels[5] = {};
    QLabel *m_sizeTitle = nullptr;
    QSpinBox *m_width = nullptr;
    QLabel *m_widthLabel = nullptr;
    QSpinBox *m_height = nullptr;
    QLabel *m_heightLabel = nullptr;
    QDoubleSpinBox *m_scale = nullptr;
    QLabel *m_scaleLabel = nullptr;
    QComboBox *m_depth = nullptr;
    QLabel *m_depthLabel = nullptr;
    QComboBox *m_version = nullptr;
    QLabel *m_versionLabel = nullptr;
    QLabel *m_outTitle = nullptr;
    PathField *m_out = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_forecast = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_write = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_openSecond = nullptr;
    QPushButton *m_folder = nullptr;
};

} // namespace patina
