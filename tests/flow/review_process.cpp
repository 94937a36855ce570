#include "tests/flow/flow_window.h"
#include "ui/models/region_list_model.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QItemSelectionModel>
#include <QTableView>

#include <cstdio>
#include <functional>
#include <unistd.h>

// Reviews a project in the real window with key events, without an end: `patina_review_process PROJECT MODEL`. Whatever
// the dock shows as decided is told at once on standard output, a line each: number and hash of the journal's last
// entry, microseconds from the key to what the dock shows, a pixel of the region, its class ("-": none), the image.
// It is there to be killed.

namespace {

using namespace patina;

bool waitUntil(const std::function<bool()> &isSo)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo()) {
        if (clock.elapsed() > 60'000)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

class Reviewer
{
public:
    explicit Reviewer(const testing::FlowWindow &flow) : m_flow(flow), m_table(flow.part<QTableView>("regionTable")) {}

    /// Each region of an image gets another class than it has, now and then by undo and redo.
    bool review(int row)
    {
        m_flow.session->showRow(row);
        const std::string image = m_flow.document().image(row).id;
        const RegionReview &review = m_flow.session->review();
        if (!waitUntil([&] { return review.from().image == image && m_table->model()->rowCount() == 2; }))
            return false;
        for (int region = 0; region < 2; ++region) {
            // Not selectRow(): that looks at the modifier keys of the event before.
            m_table->selectionModel()->setCurrentIndex(m_table->model()->index(region, 0),
                                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            const std::int64_t before = m_flow.project().project().head()->number;
            press(keys()[m_step % keys().size()], Qt::NoModifier, region);
            ++m_step;
            if (m_flow.project().project().head()->number == before)
                continue; // undo would take back what was decided elsewhere
            if (m_step % 5 == 0)
                press(Qt::Key_Z, Qt::ControlModifier, region);
            if (m_step % 10 == 0)
                press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier, region);
        }
        return true;
    }

private:
    static const std::vector<int> &keys()
    {
        static const std::vector<int> all{Qt::Key_0, Qt::Key_A,         Qt::Key_Delete, Qt::Key_0,
                                          Qt::Key_A, Qt::Key_Backspace, Qt::Key_Delete};
        return all;
    }

    void press(int key, Qt::KeyboardModifiers modifiers, int region)
    {
        QElapsedTimer clock;
        clock.start();
        m_flow.press(key, modifiers);
        const RegionReview &review = m_flow.session->review();
        const QString shown =
            m_table->model()->index(region, 0).data(RegionListModel::ClassNameRole).toString(); // what is painted
        m_table->viewport()->repaint();
        const qint64 us = clock.nsecsElapsed() / 1000;
        const JournalEntry last = m_flow.project().project().head().value();
        const auto &mask = review.items().at(static_cast<std::size_t>(region)).flagged.mask;
        const MaskRun &run = mask.runs().front();
        char line[1024];
        const int length =
            std::snprintf(line, sizeof line, "%lld %s %lld %d %d %s %s\n", static_cast<long long>(last.number),
                          last.sha256.c_str(), static_cast<long long>(us), run.begin, run.row,
                          shown.isEmpty() ? "-" : qPrintable(shown), review.from().image.c_str());
        if (::write(STDOUT_FILENO, line, static_cast<std::size_t>(length)) != length)
            ::_exit(1);
    }

    const testing::FlowWindow &m_flow;
    QTableView *m_table = nullptr;
    std::size_t m_step = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 3)
        return 2;
    const testing::FlowWindow flow;
    flow.session->keeper().setPace({3, 11}); // as often as it can be hit by a kill
    flow.session->openModel(QString::fromLocal8Bit(argv[2]));
    flow.session->openProject(QString::fromLocal8Bit(argv[1]));
    if (!waitUntil([&] { return flow.project().isOpen() && flow.document().hasModel(); }) || !flow.project().canWrite())
        return 1;
    flow.part<QAction>("scoreAll")->trigger();
    Reviewer reviewer(flow);
    for (int row = 0;; row = (row + 1) % flow.document().imageCount())
        if (!reviewer.review(row))
            return 1;
}
