"""Only addresses of the public internet may be connected to."""

import pytest

from dragoman.articles.addresses import is_public


@pytest.mark.parametrize(
    "address",
    [
        *("8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0", "223.255.255.255"),
        *("2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "2001:4860:4860::8888"),
        pytest.param("::ffff:8.8.8.8", id="mapped, public inside"),
        pytest.param("64:ff9b::808:808", id="NAT64, public inside"),
        pytest.param("2002:808:808::1", id="6to4, public inside"),
    ],
)
def test_public_addresses_are_allowed(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"),  # private
        *("127.0.0.1", "127.255.255.254", "::1"),  # loopback
        *("169.254.169.254", "fe80::1", "fe80::1%eth0", "fec0::1"),  # link-local, site-local
        *("224.0.0.1", "239.255.255.255", "ff02::1"),  # multicast
        *("0.0.0.0", "255.255.255.255", "240.0.0.1", "100.64.0.1", "192.0.0.1", "198.18.0.1", "::", "100::1", "5f00::1"),  # reserved
        *("192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"),  # documentation
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"),  # IPv4-mapped
        *("64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::808:808"),  # NAT64
        *("2002:7f00:1::1", "2002:a00:1::1", "2002:c0a8:101::1"),  # 6to4
        *("2001:0:4136:e378:8000:63bf:3fff:fdd2", "::127.0.0.1", "::8.8.8.8"),  # Teredo, IPv4-compatible
    ],
)
def test_all_others_are_refused(address):
    assert not is_public(address)


def test_what_is_no_address_is_an_error():
    with pytest.raises(ValueError, match=r"localhost"):
        is_public("localhost")
