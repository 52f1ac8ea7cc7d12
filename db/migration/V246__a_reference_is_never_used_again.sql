-- Numbers references of referrals, so that a deleted one's is not given to another child.
create sequence fostering_reference;
