#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Pays part of a firm's research project, up to a limit.
/// Source: MODEL.md S5.
class RdVoucher {
  public:
    static constexpr LeverKind kind = LeverKind::rd_voucher;
    static constexpr std::string_view key = "rd_voucher";
    static constexpr std::string_view name_zh = "研发券";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"rd_spending", +1, 12};
    static constexpr LeverUnit unit{"voucher", "张"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double share = 0.3;
        double limit = 80e3;

        static void describe(auto&& field) {
            field(
                "share",
                &Params::share,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "share of a research project that the zone pays",
                    "研发项目补贴比例"});
            field(
                "limit",
                &Params::limit,
                Range{0.0, 1e7},
                "yuan",
                Meaning{
                    "the most that one voucher pays",
                    "单张券最高金额",
                    "judgement: plan's dose 60 / 180 / 400 vouchers a year"});
        }
    };

    explicit RdVoucher(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const {
        return params_.share <= 0.0 || params_.limit <= 0.0;
    }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        if (idle()) return;
        offer(book.rd_voucher, reach, world, params_.share);
        offer(book.rd_voucher_limit, reach, world, params_.limit);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.share * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
