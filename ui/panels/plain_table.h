#pragma once

class QTableView;

namespace patina {

/// A table of whole rows without a grid, each as wide as what is in it, the last column taking the rest.
/// \param name of the table as an object.
void makePlain(QTableView *table, const char *name);

} // namespace patina
