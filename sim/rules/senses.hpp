#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/rules/service_level.hpp"

#include <algorithm>
#include <array>

namespace canopy::rules {

/// The three senses 获得感, 幸福感, 安全感 of people and of enterprises, each defined
/// once. Source: MODEL.md S13; all weights judgement.
struct Senses {
    double used_to = 24.0;

    double job_weight = 0.5;
    double net_weight = 0.3;
    double governance_weight = 0.2;
    std::array<double, 3> tier_weight{0.5, 0.3, 0.2};
    std::array<double, 3> tier_heads{0.25, 0.02, 0.002};
    std::array<double, 3> tier_need{600.0, 300.0, 1000.0};
    double post_weight = 0.1;
    double workers_a_post = 2000.0;

    double order_weight = 0.1;
    double waiting_weight = 0.6;
    double unpaid_loss = 0.5;
    double contract_loss = 0.2;
    double staff_weight = 0.3;
    double firm_gain_weight = 0.5;
    double firm_happiness_weight = 0.25;
    double firm_security_weight = 0.25;

    static void describe(auto&& field);

    /// What one has got used to, a month later.
    [[nodiscard]] double usual(double before, double now) const {
        return before + (now - before) / used_to;
    }

    /// What keeps people who fall, 1 where policy adds nothing: `added` is assistance
    /// by tier over what those in need of it need, `posts` rest posts of unions over
    /// what the labour force needs.
    [[nodiscard]] double
    safety_net(std::array<double, 3> const& added, double posts) const {
        double ratio = 1.0 + post_weight * posts;
        for (std::size_t tier = 0; tier < added.size(); ++tier)
            ratio += tier_weight[tier] * added[tier];
        return service_level(ratio);
    }

    /// People's security, 1 when all three parts are as in December 2022.
    [[nodiscard]] double security(double job, double net, double governance) const {
        auto const part = [](double value) { return log(std::max(0.01, value)); };
        return exp(
            job_weight * part(job) + net_weight * part(net)
            + governance_weight * part(governance));
    }

    /// A firm's gain: margin, which is what its unit cost leaves of the price, and
    /// orders, both above what it is used to.
    [[nodiscard]] double firm_gain(
        double margin, double usual_margin, double orders, double usual_orders) const {
        auto const more = std::max(1e-9, orders) / std::max(1e-9, usual_orders);
        return margin - usual_margin + order_weight * log(std::clamp(more, 0.5, 2.0));
    }

    /// A firm's happiness: short waiting at the counterparts, and services around that
    /// its staff lives by; 1 when both are as in December 2022.
    [[nodiscard]] double firm_happiness(double waiting, double livability) const {
        return waiting_weight * service_level(1.0 / std::max(0.01, waiting))
               + (1.0 - waiting_weight) * livability;
    }

    /// A firm's security: bills that it can pay, contracts that are kept, and what its
    /// staff can fall back on; 1 when nothing is missing and the net is as in December
    /// 2022.
    [[nodiscard]] double
    firm_security(int unpaid_months, double kept, double safety_net) const {
        return 1.0 - (unpaid_months > 0 ? unpaid_loss : 0.0)
               - contract_loss * (1.0 - std::clamp(kept, 0.0, 1.0))
               + staff_weight * (safety_net - 1.0);
    }

    /// A firm's satisfaction; .5 when nothing is better or worse than usual.
    [[nodiscard]] double
    satisfaction(double gain, double happiness, double security) const {
        return std::clamp(
            0.5 + firm_gain_weight * gain + firm_happiness_weight * (happiness - 1.0)
                + firm_security_weight * (security - 1.0),
            0.0,
            1.0);
    }
};

void Senses::describe(auto&& field) {
    using S = Senses;
    Range const weight{0.0, 1.0};
    Range const pull{0.0, 10.0};
    field(
        "used_to",
        &S::used_to,
        Range{1.0, 240.0},
        "month",
        Meaning{
            "in which people and firms get used to what they have",
            "习惯形成月数",
            "MODEL.md S13"});
    field(
        "job_weight",
        &S::job_weight,
        weight,
        "1",
        Meaning{"of having a job in people's security", "就业在安全感中的权重"});
    field(
        "net_weight",
        &S::net_weight,
        weight,
        "1",
        Meaning{"of the safety net in people's security", "社会保障在安全感中的权重"});
    field(
        "governance_weight",
        &S::governance_weight,
        weight,
        "1",
        Meaning{"of governance in people's security", "治理在安全感中的权重"});
    field(
        "tier_weight",
        &S::tier_weight,
        weight,
        "1",
        Meaning{
            "of basic, special, urgent assistance in the safety net",
            "基本、专项、急难救助在保障网中的权重"});
    field(
        "tier_heads",
        &S::tier_heads,
        weight,
        "1",
        Meaning{
            "in need of basic assistance, of those out of work; of special and "
            "urgent assistance, of residents",
            "需基本救助者占失业者、需专项和急难救助者占居民的比例"});
    field(
        "tier_need",
        &S::tier_need,
        Range{1.0, 1e6},
        "yuan/month",
        Meaning{"of a head, by tier", "各类救助人均月需求"});
    field(
        "post_weight",
        &S::post_weight,
        weight,
        "1",
        Meaning{"of rest posts in the safety net", "工会驿站在保障网中的权重"});
    field(
        "workers_a_post",
        &S::workers_a_post,
        Range{1.0, 1e6},
        "persons",
        Meaning{"of the labour force to a post", "每站对应劳动力"});
    field(
        "order_weight",
        &S::order_weight,
        pull,
        "1",
        Meaning{"of log orders in a firm's gain", "订单在企业获得感中的权重"});
    field(
        "waiting_weight",
        &S::waiting_weight,
        weight,
        "1",
        Meaning{
            "of short waiting in a firm's happiness; the rest is services around",
            "办事等待在企业幸福感中的权重，其余为周边服务"});
    field(
        "unpaid_loss",
        &S::unpaid_loss,
        weight,
        "1",
        Meaning{
            "of a firm's security while bills are unpaid",
            "欠付账单时企业安全感的损失"});
    field(
        "contract_loss",
        &S::contract_loss,
        weight,
        "1",
        Meaning{
            "of a firm's security when none of its orders is served",
            "订单全部未履行时企业安全感的损失"});
    field(
        "staff_weight",
        &S::staff_weight,
        weight,
        "1",
        Meaning{
            "of the safety net of its staff in a firm's security",
            "职工保障网在企业安全感中的权重"});
    field(
        "firm_gain_weight",
        &S::firm_gain_weight,
        pull,
        "1",
        Meaning{"of gain in a firm's satisfaction", "获得感在企业满意度中的权重"});
    field(
        "firm_happiness_weight",
        &S::firm_happiness_weight,
        pull,
        "1",
        Meaning{"of happiness in a firm's satisfaction", "幸福感在企业满意度中的权重"});
    field(
        "firm_security_weight",
        &S::firm_security_weight,
        pull,
        "1",
        Meaning{"of security in a firm's satisfaction", "安全感在企业满意度中的权重"});
}

} // namespace canopy::rules
