#pragma once

#include "sim/world/ledger.hpp"

namespace canopy {

/// Money of every account and the bank's books, at the end of a month.
struct Balances {
    std::array<Fen, n_accounts> money{}; ///< deposits; the bank's is equity − loans
    Fen bank_equity = 0;
    Fen bank_loans = 0;
    Fen bank_interest = 0;                       ///< received this month
    Fen bank_written_off = 0;                    ///< this month
    std::array<Fen, n_accounts> opening_money{}; ///< of December 2022
    Fen opening_bank_equity = 0;
    Fen total_before = 0; ///< of all accounts, as the month opened

    [[nodiscard]] Fen& of(Account account) {
        return money[static_cast<std::size_t>(account)];
    }

    [[nodiscard]] Fen of(Account account) const {
        return money[static_cast<std::size_t>(account)];
    }

    [[nodiscard]] Fen opening_of(Account account) const {
        return opening_money[static_cast<std::size_t>(account)];
    }
};

} // namespace canopy
