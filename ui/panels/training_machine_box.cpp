#include "ui/panels/training_machine_box.h"

#include "core/base/system.h"
#include "ui/panels/memory_bar.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>

namespace patina {

namespace {

constexpr int kLeastMebibytes = 64; ///< as the command line
constexpr int kMostMebibytes = 64 * 1024 * 1024;
constexpr int kStepMebibytes = 256;
constexpr int kMostThreads = 1024;

/// The first step above no limit is the least that is allowed.
class MemorySpin : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    int valueFromText(const QString &text) const override
    {
        const int value = QSpinBox::valueFromText(text);
        return value > 0 ? std::max(value, kLeastMebibytes) : 0;
    }
};

} // namespace

TrainingMachineBox::TrainingMachineBox(QWidget *parent)
    : FormColumn(parent), m_title(addTitle()), m_memory(new MemorySpin(this)), m_bar(new MemoryBar(this)),
      m_planText(makeNote(QStringLiteral("trainingPlanText"), this)), m_device(new QComboBox(this)),
      m_threads(new QSpinBox(this))
{
    m_memory->setRange(0, kMostMebibytes);
    m_memory->setSingleStep(kStepMebibytes);
    m_memory->setGroupSeparatorShown(true);
    m_memory->setKeyboardTracking(false);
    m_memoryLabel = addField(m_memory, QStringLiteral("trainingMemory"));
    m_bar->setObjectName(QStringLiteral("trainingPlan"));
    addWide(m_bar);
    addWide(m_planText);
    m_deviceLabel = addField(m_device, QStringLiteral("trainingDevice"));
    m_threads->setRange(0, kMostThreads);
    m_threadsLabel = addField(m_threads, QStringLiteral("trainingThreads"));
    connect(m_memory, &QSpinBox::valueChanged, this, &FormColumn::edited);
    connect(m_device, &QComboBox::activated, this, &FormColumn::edited);
    connect(m_threads, &QSpinBox::valueChanged, this, &FormColumn::edited);
    setDevices({Device{}});
    retranslateUi();
}

void TrainingMachineBox::setDevices(const std::vector<Device> &devices)
{
    const QString before = device();
    m_devices = devices;
    m_device->clear();
    for (const Device &known : devices)
        m_device->addItem(QString(), QString::fromStdString(known.name));
    retranslateUi();
    selectDevice(before);
}

void TrainingMachineBox::selectDevice(const QString &name)
{
    if (const int found = m_device->findData(name); found >= 0)
        m_device->setCurrentIndex(found);
}

QString TrainingMachineBox::device() const
{
    return m_device->currentData().toString();
}

void TrainingMachineBox::setMemoryBytes(std::int64_t bytes)
{
    const QSignalBlocker quiet(m_memory);
    m_memory->setValue(static_cast<int>(std::clamp(bytes >> 20, std::int64_t{0}, std::int64_t{kMostMebibytes})));
}

std::int64_t TrainingMachineBox::memoryBytes() const
{
    return std::int64_t{m_memory->value()} << 20;
}

void TrainingMachineBox::setThreads(int threads)
{
    const QSignalBlocker quiet(m_threads);
    m_threads->setValue(threads);
}

void TrainingMachineBox::put(TrainingOrder &order) const
{
    TrainRequest &request = order.job.request;
    request.memoryBytes = memoryBytes();
    request.threads = m_threads->value();
    request.coreset.threads = m_threads->value();
    const auto index = static_cast<std::size_t>(std::max(0, m_device->currentIndex()));
    request.device = index < m_devices.size() ? m_devices[index] : Device{};
}

void TrainingMachineBox::setPlan(const std::optional<PlannedTraining> &plan)
{
    m_plan = plan;
    m_planning = false;
    m_refused.clear();
    showPlan();
}

void TrainingMachineBox::setPlanning()
{
    m_planning = true;
    showPlan();
}

void TrainingMachineBox::setPlanRefused(const QString &sentence)
{
    m_plan.reset();
    m_planning = false;
    m_refused = sentence;
    showPlan();
}

void TrainingMachineBox::showPlan()
{
    const MemorySplit split = m_plan ? m_plan->split : MemorySplit{};
    m_bar->show({split.fixedBytes, split.initialBytes, split.imageBytes, split.selectionBytes}, memoryBytes());
    setFieldVisible(m_bar, m_plan.has_value());
    m_bar->setAccessibleDescription(planText());
    setNote(m_planText, planText());
}

QString TrainingMachineBox::planText() const
{
    if (m_planning)
        return tr("Measuring what the run will take...");
    if (!m_plan)
        return m_refused;
    const MemorySplit &split = m_plan->split;
    QStringList parts{tr("program, network and image %1").arg(Text::mebibytes(split.fixedBytes))};
    if (split.initialBytes > 0)
        parts << tr("first model %1").arg(Text::mebibytes(split.initialBytes));
    parts << tr("features of an image %1").arg(Text::mebibytes(split.imageBytes))
          << tr("bank and selection %1").arg(Text::mebibytes(split.selectionBytes));
    const QString total = Text::mebibytes(split.totalBytes());
    const QString head = memoryBytes() > 0
                             ? tr("Planned to stay below %1: %2.").arg(total, parts.join(QStringLiteral(", ")))
                             : tr("Will take up to %1: %2.").arg(total, parts.join(QStringLiteral(", ")));
    return head + QLatin1Char(' ') +
           tr("%1 patches pass.").arg(QLocale().toString(static_cast<qlonglong>(m_plan->patches)));
}

void TrainingMachineBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    FormColumn::changeEvent(event);
}

void TrainingMachineBox::retranslateUi()
{
    m_title->setText(tr("Machine"));
    say(m_memoryLabel, tr("Memory budget"), tr("The run is planned so that the program stays below"));
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setSpecialValueText(tr("No limit"));
    m_bar->setAccessibleName(tr("What the run will take"));
    say(m_deviceLabel, tr("Device"), tr("Where the network is computed"));
    for (int i = 0; i < m_device->count(); ++i) {
        const QString name = m_device->itemData(i).toString();
        m_device->setItemText(i, name == QLatin1String("cpu") ? tr("Processor") : tr("Graphics card %1").arg(name));
    }
    say(m_threadsLabel, tr("Threads"));
    m_threads->setSpecialValueText(tr("All cores (%1)").arg(effectiveThreads(0)));
    showPlan();
}

} // namespace patina
