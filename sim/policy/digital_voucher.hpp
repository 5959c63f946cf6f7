#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Pays part of a firm's step to the next digital level, up to a limit.
/// Source: MODEL.md S5.
class DigitalVoucher {
  public:
    static constexpr LeverKind kind = LeverKind::digital_voucher;
    static constexpr std::string_view key = "digital_voucher";
    static constexpr std::string_view name_zh = "数字化券";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"digital_share", +1, 24};
    static constexpr LeverUnit unit{"voucher", "张"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double share = 0.3;
        double limit = 60e3;

        static void describe(auto&& field) {
            field(
                "share",
                &Params::share,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "share of a digital step that the zone pays",
                    "数字化升级补贴比例"});
            field(
                "limit",
                &Params::limit,
                Range{0.0, 1e7},
                "yuan",
                Meaning{
                    "the most that one voucher pays",
                    "单张券最高金额",
                    "judgement: plan's dose 100 / 300 / 700 vouchers a year"});
        }
    };

    explicit DigitalVoucher(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const {
        return params_.share <= 0.0 || params_.limit <= 0.0;
    }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        if (idle()) return;
        offer(book.digital_voucher, reach, world, params_.share);
        offer(book.digital_voucher_limit, reach, world, params_.limit);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.share * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
