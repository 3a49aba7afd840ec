// What keeps the object of a member function alive while a task of it runs.

#ifndef COROLINT_RULES_LIFETIME_KEPTALIVE_H
#define COROLINT_RULES_LIFETIME_KEPTALIVE_H

#include "model/AsyncModel.h"

namespace corolint {

/// True if objects of \p Record belong to counted pointers that they can make
/// themselves (std::enable_shared_from_this); knowledge says so.
bool isSharedByItself(const clang::CXXRecordDecl &Record, Known &Facts);

/// True if a value of type \p T keeps an object of \p Record alive, or may: a
/// smart pointer to it, to a base or to a class that is derived from it.
bool isStrong(clang::QualType T, const clang::CXXRecordDecl &Record);

/// True if a value of type \p T knows an object of \p Record without keeping it
/// alive: lock() gives a strong pointer to it.
bool isWeak(clang::QualType T, const clang::CXXRecordDecl &Record);

/// True if something in \p S has a strong pointer to a \p Record, among
/// captures of lambdas too.
bool mentionsStrong(const clang::Stmt &S, const clang::CXXRecordDecl &Record);

} // namespace corolint

#endif
