#ifndef GAZETTE_CCMARK_H
#define GAZETTE_CCMARK_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

// Node types of the table extension are variables of the library, exported but in no header, and set once when the extension is
// registered. Read through functions, they are values like the others.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;
static inline unsigned gazette_node_table(void) { return CMARK_NODE_TABLE; }
static inline unsigned gazette_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline unsigned gazette_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
#endif
