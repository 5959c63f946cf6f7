#include "sim/policy/digital_voucher.hpp"
#include "sim/policy/rd_voucher.hpp"

#include "tests/support/lever_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::test;

TEST_CASE("a voucher pays a share up to a limit", "[unit]") {
    auto const world = lever_world();
    PolicyBook book;
    RdVoucher{{.share = 0.3, .limit = 80e3}}.write(everywhere(*world), *world, book);
    DigitalVoucher{{.share = 0.4, .limit = 60e3}}.write(
        everywhere(*world), *world, book);
    CHECK(book.rd_voucher(company, vehicles, hexi) == Approx(0.3));
    CHECK(book.rd_voucher_limit(company, vehicles, hexi) == Approx(80e3));
    CHECK(book.digital_voucher(company, vehicles, hexi) == Approx(0.4));
    CHECK(book.digital_voucher_limit(company, vehicles, hexi) == Approx(60e3));
}

TEST_CASE("two vouchers for one project add shares and limits", "[unit]") {
    auto const world = lever_world();
    PolicyBook book;
    RdVoucher const voucher{{.share = 0.3, .limit = 80e3}};
    voucher.write(everywhere(*world), *world, book);
    voucher.write(everywhere(*world), *world, book);
    CHECK(book.rd_voucher(company, vehicles, hexi) == Approx(0.6));
    CHECK(book.rd_voucher_limit(company, vehicles, hexi) == Approx(160e3));
}

TEST_CASE("a voucher that pays nothing has no limit either", "[unit]") {
    auto const world = lever_world();
    PolicyBook book;
    DigitalVoucher{{.share = 0.0, .limit = 60e3}}.write(
        everywhere(*world), *world, book);
    CHECK(empty(book));
}
