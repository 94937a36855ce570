#pragma once

#include "ui/jobs/training_engine.h"
#include "ui/panels/form_column.h"

#include <optional>

class QComboBox;
class QSpinBox;

namespace patina {

class MemoryBar;

/// What the run may take of the machine: memory, with the plan that keeps it, device, threads.
class TrainingMachineBox : public FormColumn
{
    Q_OBJECT
public:
    explicit TrainingMachineBox(QWidget *parent = nullptr);

    void setDevices(const std::vector<Device> &devices);
    void selectDevice(const QString &name);
    QString device() const;
    void setMemoryBytes(std::int64_t bytes);
    std::int64_t memoryBytes() const;
    void setThreads(int threads);
    void put(TrainingOrder &order) const;

    /// How the planner cuts the run up. None: not known (any more).
    void setPlan(const std::optional<PlannedTraining> &plan);
    void setPlanning();
    void setPlanRefused(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void showPlan();
    QString planText() const;

    std::vector<Device> m_devices;
    std::optional<PlannedTraining> m_plan;
    bool m_planning = false;
    QString m_refused;
    QLabel *m_title = nullptr;
    QLabel *m_memoryLabel = nullptr;
    QSpinBox *m_memory = nullptr;
    MemoryBar *m_bar = nullptr;
    QLabel *m_planText = nullptr;
    QLabel *m_deviceLabel = nullptr;
    QComboBox *m_device = nullptr;
    QLabel *m_threadsLabel = nullptr;
    QSpinBox *m_threads = nullptr;
};

} // namespace patina
