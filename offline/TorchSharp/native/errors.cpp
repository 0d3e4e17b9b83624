#include "shim.h"

namespace {
thread_local std::string message;
thread_local bool failed = false;

void keep(const char* text) noexcept {
  failed = true;
  try {
    message = text;
  } catch (...) {
    message.clear();  // out of memory: an error without its text
  }
}
}  // namespace

void nst::keep_error() noexcept {
  try {
    throw;
  } catch (const c10::Error& error) {
    keep(error.what_without_backtrace());
  } catch (const std::exception& error) {
    keep(error.what());
  } catch (...) {
    keep("an exception of unknown type in libtorch");
  }
}

// The thread's last error as UTF-8, or null; it is valid until the thread's next error.
NST_API const char* nst_take_error() {
  if (!failed)
    return nullptr;
  failed = false;
  return message.c_str();
}
