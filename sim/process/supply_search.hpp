#pragma once

#include "sim/base/describe.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/best_newcomers.hpp"
#include "sim/process/gathered.hpp"
#include "sim/process/supplier_draws.hpp"
#include "sim/rules/supplier_score.hpp"
#include "sim/world/world.hpp"

#include <array>
#include <optional>
#include <vector>

namespace canopy {

/// Buyers look for suppliers: for needs that no link covers, and in place of links
/// under review. Source: MODEL.md S3.
class SupplySearch {
  public:
    static constexpr std::string_view key = "supply_search";

    struct Params {
        int candidates = 3;
        double referral = 0.3;
        double same_place = 0.2;
        double attachment = 0.9;
        double crowding = 20.0;
        double price_weight = 4.0;
        double quality_weight = 0.8;
        double distance_weight = 0.05;
        double trust_weight = 1.5;
        double newcomer_cost = 1.0;
        double noise = 0.3;
        double outside_quality = 0.55;
        double lot_size = 15000.0;
        double lot_exponent = 0.9;
        double least_gap = 0.05;
        double least_lot_share = 0.6;
        double most_links = 1.5;
        int rounds = 3;

        static void describe(auto&& field) {
            field(
                "candidates",
                &Params::candidates,
                Range{1, 6},
                "1",
                Meaning{
                    "suppliers looked at for an open need",
                    "每个缺口考察的供应商数",
                    "MODEL.md S3"});
            field(
                "referral",
                &Params::referral,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of local candidates found through a supplier's customer",
                    "经供应商的客户介绍的候选比例",
                    "judgement"});
            field(
                "same_place",
                &Params::same_place,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of local candidates from the same park",
                    "同园区候选比例",
                    "judgement"});
            field(
                "attachment",
                &Params::attachment,
                Range{0.5, 1.0},
                "1",
                Meaning{
                    "exponent of a seller's customers in being found",
                    "被找到概率对客户数的指数",
                    "prototype: 1.05 condenses"});
            field(
                "crowding",
                &Params::crowding,
                Range{1.0, 1e6},
                "1",
                Meaning{
                    "customers per worker at which half of the newcomers turn away",
                    "每员工客户数的拥挤点",
                    "judgement"});
            field(
                "price_weight",
                &Params::price_weight,
                Range{0.0, 20.0},
                "1",
                Meaning{"of the log landed price", "到岸价对数的权重", "MODEL.md S3"});
            field(
                "quality_weight",
                &Params::quality_weight,
                Range{0.0, 20.0},
                "1",
                Meaning{"of log quality", "质量对数的权重", "MODEL.md S3"});
            field(
                "distance_weight",
                &Params::distance_weight,
                Range{0.0, 2.0},
                "1",
                Meaning{
                    "of ln(1 + km/10) beyond freight",
                    "运费以外的距离权重",
                    "prototype"});
            field(
                "trust_weight",
                &Params::trust_weight,
                Range{0.0, 10.0},
                "1",
                Meaning{"of trust", "信任的权重", "MODEL.md S3"});
            field(
                "newcomer_cost",
                &Params::newcomer_cost,
                Range{0.0, 10.0},
                "1",
                Meaning{
                    "cost of a new partner, in utility",
                    "更换伙伴的成本(效用)",
                    "fitted with tier hazards"});
            field(
                "noise",
                &Params::noise,
                Range{0.0, 2.0},
                "1",
                Meaning{
                    "scale of taste noise",
                    "偏好噪声尺度",
                    "prototype: 1 drowns price"});
            field(
                "outside_quality",
                &Params::outside_quality,
                Range{0.05, 1.0},
                "1",
                Meaning{"quality of outside sellers", "区外供应商质量", "judgement"});
            field(
                "lot_size",
                &Params::lot_size,
                Range{100.0, 1e7},
                "yuan/month",
                Meaning{
                    "need that one supplier covers",
                    "单一供应商覆盖的月需求",
                    "prototype: tail of suppliers"});
            field(
                "lot_exponent",
                &Params::lot_exponent,
                Range{0.1, 1.0},
                "1",
                Meaning{
                    "growth of suppliers with need",
                    "供应商数随需求的指数",
                    "prototype: tail of suppliers"});
            field(
                "least_gap",
                &Params::least_gap,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "uncovered share of a need that opens a search",
                    "触发搜寻的缺口比例",
                    "MODEL.md S3"});
            field(
                "least_lot_share",
                &Params::least_lot_share,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of a lot that a seller must be able to serve",
                    "供方须能满足的份额",
                    "MODEL.md S3"});
            field(
                "most_links",
                &Params::most_links,
                Range{1.0, 10.0},
                "1",
                Meaning{"links per supplier wanted", "链接上限系数", "MODEL.md S3"});
            field(
                "rounds",
                &Params::rounds,
                Range{1, 8},
                "1",
                Meaning{"rounds of proposals a month", "每月匹配轮数", "MODEL.md 7"});
        }
    };

    struct Candidate {
        Seller seller;
        float score = 0.0F;
        std::uint8_t fit = 0;
        bool from_platform = false;
    };

    /// One open need, or one link under review, with its candidates from best to worst.
    struct Request {
        FirmId buyer;
        std::uint8_t input = 0;
        std::uint8_t count = 0;
        std::uint8_t next = 0;
        bool won = false;
        bool published = false;     ///< on the platform
        std::uint32_t replaces = 0; ///< 1 + position of the link under review, 0 = none
        float quantity = 0.0F;
        Candidate const* candidates = nullptr; ///< `count` of them, kept by the block
    };

    /// Requests of a block of buyers and the candidates of one request after another.
    struct Block {
        std::vector<Request> requests;
        std::vector<Candidate> candidates;
    };

    struct Decision {
        std::vector<Block> by_block;
        std::vector<Request*> requests; ///< all, in order of buyers
        Gathered<matching::Proposal> proposals;
        std::vector<double> spare;
        std::optional<SupplierDraws> draws; ///< made once, prepared every month
        BestNewcomers best;
    };

    explicit SupplySearch(Params params);

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    struct Buyer;
    struct Prospect;
    struct Search;
    struct Draws;
    struct Desk;
    void open_gaps(Buyer const& buyer, Desk& desk) const;
    void review_links(Buyer const& buyer, Desk& desk) const;
    [[nodiscard]] rules::SupplierView
    view_of(Buyer const& buyer, Seller seller, SectorId good) const;
    void draw_prospects(World const& now, Desk& desk) const;
    void draw(Search& search, Draws const& draws, Desk& desk) const;
    void rank(World const& now, Desk& desk, Block& block) const;
    void consider(
        Search& search,
        Prospect const& prospect,
        std::vector<Candidate>& candidates) const;
    [[nodiscard]] double newcomer_score(
        Buyer const& buyer, std::uint8_t input, Prospect const& prospect) const;
    [[nodiscard]] Buyer
    buyer_at(World const& now, Decision const& decision, FirmId firm) const;
    void match(World const& now, Decision& into) const;

    Params params_;
    rules::SupplierTaste taste_;
    std::array<double, 256> luck_of_fit_{}; ///< Gumbel, by the byte that a link keeps
    std::array<double, n_tiers> log_discount_{};
    double outside_log_quality_ = 0.0;
};

} // namespace canopy
